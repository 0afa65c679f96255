using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Portal.Domain.Consents;
using Portal.Domain.Plans;

namespace Portal.Web.Text;

/// <summary>
/// A consent receipt in the shape of ISO/IEC TS 27560:2023 (header, processing, parties, events), in the terms of
/// the W3C community group's Data Privacy Vocabulary, as its guide "Consent Records and Receipts as per ISO/IEC
/// TS 27560:2023 using DPV" maps them. It is the person's own copy, so it holds the words.
/// </summary>
internal static class ConsentReceipt
{
    /// <summary>Readable as it is: only what JSON must escape is escaped.</summary>
    public static JsonSerializerOptions Format { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IReadOnlyDictionary<string, object?> Of(ShareDetail detail, PortalSettings settings) =>
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@context"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["dpv"] = "https://w3id.org/dpv#",
                ["dct"] = "http://purl.org/dc/terms/",
            },
            ["@id"] = $"urn:uuid:{detail.Consent.Id}#receipt",
            ["@type"] = "dpv:ConsentReceipt",
            ["dct:conformsTo"] = "https://w3id.org/dpv/schema/dpv-27560#receipt-record",
            ["dct:publisher"] = settings.ServiceName,
            ["dpv:hasRecordOfActivity"] = RecordOf(detail, settings),
        };

    private static Dictionary<string, object?> RecordOf(ShareDetail detail, PortalSettings settings)
    {
        var (share, consent) = (detail.Share, detail.Consent);
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["@id"] = $"urn:uuid:{consent.Id}",
            ["@type"] = "dpv:ConsentRecord",
            ["dct:identifier"] = consent.Id.ToString(),
            ["dct:conformsTo"] = "https://w3id.org/dpv/schema/dpv-27560#record",
            ["dct:created"] = consent.Events[0].At,
            ["dct:language"] = "en",
            ["dpv:hasDataSubject"] = Named("dpv:DataSubject", detail.PersonName),
            ["dpv:hasDataController"] = Named("dpv:DataController", settings.ServiceName),
            ["dpv:hasLegalBasis"] = "dpv:ExplicitlyExpressedConsent",
            ["dpv:hasNotice"] = new Uri(settings.PublicUrl, "me/privacy-notice").ToString(),
            ["dct:hasVersion"] = consent.TermsVersion,
            ["dpv:hasProcess"] = ProcessOf(detail, share),
            ["dpv:hasConsentStatus"] = StatusOf(share.State),
            ["dpv:hasConsentControl"] = new Uri(settings.PublicUrl, $"me/shares/{consent.Id}/stop").ToString(),
            ["dpv:hasActivity"] = detail.History.Select(happened => EventOf(happened, detail)),
        };
    }

    private static Dictionary<string, object?> ProcessOf(ShareDetail detail, Share share) =>
        new(StringComparer.Ordinal)
        {
            ["@type"] = "dpv:Process",
            ["dpv:hasPurpose"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["@type"] = "dpv:Purpose",
                ["dct:description"] = "So that work can do what was agreed",
            },
            ["dpv:hasProcessing"] = "dpv:Disclose",
            ["dpv:hasRecipient"] = Named("dpv:Recipient", $"{share.RecipientName}, {share.EmployerName}"),
            ["dpv:hasPersonalData"] = detail.Lines.Select(line => DataOf(line.Content)),
            ["dpv:hasDuration"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["@type"] = "dpv:UntilTimeDuration",
                ["dct:valid"] = $"{share.Start:yyyy-MM-ddTHH:mm:ssZ}/{share.End:yyyy-MM-ddTHH:mm:ssZ}",
            },
            ["dct:isFormatOf"] = detail.Consent.PreviewHash,
            ["dpv:hasFrequency"] = detail.Consent.MayGiveFeedback ? FrequencyOf(detail.Consent.Rhythm) : null,
        };

    private static Dictionary<string, object?> FrequencyOf(FeedbackRhythm rhythm) =>
        new(StringComparer.Ordinal)
        {
            ["@type"] = "dpv:Frequency",
            ["dct:description"] = $"Reminded to say how work is going: {Say.Rhythm(rhythm)}",
        };

    private static Dictionary<string, object?> DataOf(LineContent line) =>
        new(StringComparer.Ordinal)
        {
            ["@type"] = "dpv:PersonalData",
            ["dct:title"] = Say.Kind(line.Kind),
            ["dct:description"] = string.Join(
                " | ",
                new[] { line.Text, line.When, line.Phone, line.YouWill, line.IWill, line.PleaseDoNot }.OfType<string>()
            ),
            ["dpv:hasDataSource"] = "dpv:DataSubject",
        };

    private static Dictionary<string, object?> EventOf(ShareEvent happened, ShareDetail detail) =>
        new(StringComparer.Ordinal)
        {
            ["dct:type"] = happened.Kind.ToString(),
            ["dpv:isIndicatedAtTime"] = happened.At,
            ["dpv:isIndicatedBy"] = happened.Who ?? detail.PersonName,
            ["dct:description"] = happened.LineText,
        };

    private static string StatusOf(ConsentState state) =>
        state switch
        {
            ConsentState.InForce or ConsentState.Scheduled or ConsentState.Paused => "dpv:ConsentGiven",
            ConsentState.KeptReady => "dpv:ConsentRequestDeferred",
            ConsentState.Declined => "dpv:ConsentRefused",
            ConsentState.Withdrawn => "dpv:ConsentWithdrawn",
            ConsentState.Ended => "dpv:ConsentExpired",
            _ => "dpv:ConsentInvalidated",
        };

    private static Dictionary<string, object?> Named(string type, string name) =>
        new(StringComparer.Ordinal) { ["@type"] = type, ["dct:title"] = name };
}
