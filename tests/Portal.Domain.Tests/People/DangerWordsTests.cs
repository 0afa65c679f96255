using Portal.Domain.People;

namespace Portal.Domain.Tests.People;

/// <summary>What speaks of danger is heard in its common spellings; everyday words that only look like it are not.</summary>
public sealed class DangerWordsTests
{
    [Theory]
    [Trait("Promise", "P13")]
    [InlineData("I want to die.")]
    [InlineData("i wanna die")]
    [InlineData("I’m going to kill myself tonight")]
    [InlineData("going to kill my self")]
    [InlineData("I WANT TO END MY LIFE")]
    [InlineData("thinking of ending it all")]
    [InlineData("I don't want to live any more")]
    [InlineData("i dont want to be here anymore")]
    [InlineData("I do not want to wake up")]
    [InlineData("I can't go on like this")]
    [InlineData("I can not go on anymore")]
    [InlineData("They would be better off without me")]
    [InlineData("Suicidal again")]
    [InlineData("sucidal thoughts")]
    [InlineData("I wish I was dead")]
    [InlineData("There is nothing to live for.")]
    [InlineData("Took all my tablets")]
    [InlineData("I took an overdose")]
    [InlineData("kms")]
    [InlineData("I want to\ndie")]
    [InlineData("I want to die")]
    [InlineData("I want to d\u200Bie")]
    [InlineData("I started self-harming again")]
    [InlineData("selfharm")]
    [InlineData("I have been cutting myself")]
    [InlineData("I hurt myself on purpose")]
    [InlineData("My husband hits me")]
    [InlineData("he hit me last night")]
    [InlineData("My boss keeps hitting me")]
    [InlineData("I was raped")]
    [InlineData("He threatened to kill me")]
    [InlineData("She won't let me out")]
    [InlineData("I am afraid to go home")]
    [InlineData("I want to hurt someone")]
    [InlineData("I'm gonna stab him")]
    [InlineData("I might harm somebody")]
    [InlineData("I am not suicidal")]
    public void What_speaks_of_danger_is_heard(string text)
    {
        Assert.True(DangerWords.AreIn("All right at work.", null, text));
    }

    [Theory]
    [Trait("Promise", "P13")]
    [InlineData("Dead tired after the late shift")]
    [InlineData("Killing time before the bus")]
    [InlineData("The deadline is on Friday")]
    [InlineData("It is a dead end")]
    [InlineData("My feet are killing me")]
    [InlineData("I could kill for a coffee")]
    [InlineData("My manager will kill me if I am late")]
    [InlineData("I nearly died of embarrassment")]
    [InlineData("I want to die of embarrassment")]
    [InlineData("Dying to see how it goes")]
    [InlineData("It hit me that I like it there")]
    [InlineData("The tiredness hits me at three")]
    [InlineData("It beats me how they do it")]
    [InlineData("I hurt my back lifting crates")]
    [InlineData("I cut myself on the slicer")]
    [InlineData("I burnt my hand on the oven")]
    [InlineData("What she said was hurtful")]
    [InlineData("I will not be here tomorrow, it is my day off")]
    [InlineData("The bus stop is 5 kms away")]
    [InlineData("Cut the shift short")]
    [InlineData("I can't go on Tuesdays")]
    [InlineData("I am taking my life back")]
    [InlineData("We hang myriad lights")]
    [InlineData("Skilled, and well. No harm done.")]
    [InlineData("I want to attack my to-do list")]
    [InlineData("A suicide prevention course at work")]
    [InlineData("")]
    public void What_only_looks_like_it_is_not(string text)
    {
        Assert.False(DangerWords.AreIn(text));
    }
}
