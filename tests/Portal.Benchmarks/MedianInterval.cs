namespace Portal.Benchmarks;

/// <summary>A median and its 95 % interval, in the unit of the values.</summary>
internal sealed record MedianInterval(double Median, double Low, double High)
{
    /// <summary>How far from zero the true median may be.</summary>
    public double Reach => Math.Max(Math.Abs(Low), Math.Abs(High));

    public bool LiesWithin(double margin) => Reach <= margin;

    /// <summary>
    /// The interval by order statistics: the values whose ranks a sign test would not reject, from the normal
    /// approximation of the binomial. It assumes no shape, so the long tail of response times cannot mislead it,
    /// and needs no resampling. Source: Campbell and Gardner, "Calculating confidence intervals for some
    /// non-parametric analyses", BMJ 1988;296:1454-6. Ranks are rounded outwards, which never makes it narrower.
    /// </summary>
    public static MedianInterval Of(List<double> values)
    {
        var sorted = values.Order().ToArray();
        var half = sorted.Length / 2.0;
        var spread = 1.96 * Math.Sqrt(sorted.Length) / 2;
        var low = (int)Math.Floor(half - spread);
        var high = (int)Math.Ceiling(1 + half + spread);
        return new MedianInterval(
            (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2,
            sorted[Math.Max(low, 1) - 1],
            sorted[Math.Min(high, sorted.Length) - 1]
        );
    }
}
