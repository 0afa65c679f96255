using Microsoft.AspNetCore.Mvc;

namespace Portal.Web;

/// <summary>What a form says when a value cannot be read at all: a sentence, never the framework's.</summary>
internal static class Sentences
{
    public static void Apply(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "This answer cannot be read. Choose or type it again");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ =>
            "This answer cannot be read. Choose or type it again"
        );
        messages.SetUnknownValueIsInvalidAccessor(_ => "This answer cannot be read. Choose or type it again");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() =>
            "This answer cannot be read. Choose or type it again"
        );
        messages.SetValueIsInvalidAccessor(_ => "This answer cannot be read. Choose or type it again");
        messages.SetValueMustNotBeNullAccessor(_ => "Fill this in");
        messages.SetMissingBindRequiredValueAccessor(_ => "Fill this in");
        messages.SetMissingKeyOrValueAccessor(() => "Fill this in");
        messages.SetValueMustBeANumberAccessor(_ => "Enter a number");
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
    }
}
