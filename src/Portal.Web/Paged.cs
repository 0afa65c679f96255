namespace Portal.Web;

/// <summary>One page of a list that can grow long.</summary>
/// <param name="Number">Which page, from 1.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Number, int Pages);

internal static class Paging
{
    private const int OnOne = 20;

    /// <param name="asked">The page that was asked for; the nearest that there is, is shown.</param>
    public static Paged<T> PageOf<T>(this IReadOnlyList<T> all, int? asked)
    {
        var pages = Math.Max(1, (all.Count + OnOne - 1) / OnOne);
        var number = Math.Clamp(asked ?? 1, 1, pages);
        return new Paged<T>([.. all.Skip((number - 1) * OnOne).Take(OnOne)], number, pages);
    }

    /// <summary>The page on which something stands; the first where it does not.</summary>
    public static Paged<T> PageWith<T>(this IReadOnlyList<T> all, Func<T, bool> isIt)
    {
        var at = all.TakeWhile(one => !isIt(one)).Count();
        return all.PageOf(at < all.Count ? (at / OnOne) + 1 : 1);
    }
}
