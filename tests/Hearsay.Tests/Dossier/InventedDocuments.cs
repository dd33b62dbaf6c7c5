using Hearsay.Documents;
using Hearsay.Ledger;
using Hearsay.Statements;

namespace Hearsay.Tests.Dossier;

/// <summary>A few invented documents that between them have everything a dossier shows.</summary>
internal static class InventedDocuments
{
    public static IReadOnlyList<StoredDocument> All => [Newspaper(), Wire(), Ukrainian(), Channel(), Hostile(), Undated(), Believers()];

    public static StoredDocument Newspaper() => new Draft
    {
        Title = "“No such offer”: Varnia’s prisoner bureau rejects Oskeland’s list of 312",
        Outlet = "Lustava Courier",
        Url = "https://courier.example/2031/05/no-such-offer",
        Byline = "Mara Telin",
        Path = "corpus/courier-no-such-offer.html",
        Notes = ["Two elements were nested deeper than 512 and were flattened."],
    }
        .Block(BlockRole.Boilerplate, "Home · War · Politics · Sport · Subscribe from 2 crowns a week")
        .Block(BlockRole.Boilerplate, "Most read: Storm closes the port of Tolvino")
        .Block(BlockRole.Headline, "“No such offer”: Varnia’s prisoner bureau rejects Oskeland’s list of 312")
        .Add(statement => statement with { Kind = StatementKind.Mixed, Polarity = Polarity.Denied }, "Varnia’s prisoner bureau", "rejects", "“No such offer”", "Oskeland’s list of 312")
        .Block(BlockRole.Byline, "By Mara Telin in Lustava")
        .Block(BlockRole.Body, "Varnia denied on Tuesday that it had refused to take back 312 of its own soldiers, a day after Oskeland’s ombudswoman published a list of their names.")
        .Add(statement => statement with { Polarity = Polarity.Denied, SaidOn = new SaidOn("2031-05-02", SaidOnBasis.Stated, null) }, "Varnia", "denied", "that it had refused to take back 312 of its own soldiers")
        .Block(BlockRole.Body, "“No official offer for these people was submitted to us, neither directly nor through the mediators,” said Brigadier General Ostap Zhelivan, secretary of the Captivity Coordination Bureau (CCB). He noted that the bureau had checked the list overnight and that, according to its registers, seven of those named are already home and fourteen are civilians.")
        .Add(statement => statement with { Kind = StatementKind.Direct, Confidence = 0.97, Via = "briefing" }, "Brigadier General Ostap Zhelivan, secretary of the Captivity Coordination Bureau (CCB)", "said", "No official offer for these people was submitted to us, neither directly nor through the mediators,")
        .Add(
            statement => statement with
            {
                Source = statement.Source! with { Name = "Ostap Zhelivan", Type = SourceType.Person },
                Chain = [new(HopRole.Outlet, "Lustava Courier", null), new(HopRole.Origin, "Ostap Zhelivan", statement.Source.Span)],
            },
            "He", "noted", "that the bureau had checked the list overnight and that, according to its registers, seven of those named are already home and fourteen are civilians")
        .Add(
            statement => statement with
            {
                Source = statement.Source! with { Type = SourceType.Document },
                Confidence = 0.61,
                Chain = [new(HopRole.Outlet, "Lustava Courier", null), new(HopRole.Speaker, "Ostap Zhelivan", null), new(HopRole.Origin, "the bureau’s registers", null)],
            },
            "its registers", "according to", "seven of those named are already home and fourteen are civilians")
        .Block(BlockRole.Caption, "Buses wait at the crossing near Morenytsia. Photo: Courier archive")
        .Block(BlockRole.Quote, "They sent us a page from a telephone book and called it humanity. When a list comes, we answer it the same day.")
        .Add(statement => statement with { Source = new StatementSource(null, "Ostap Zhelivan", SourceBasis.Inferred, SourceType.Person), Kind = StatementKind.Direct, Confidence = 0.74 }, "", "", "They sent us a page from a telephone book and called it humanity. When a list comes, we answer it the same day.")
        .Block(BlockRole.Body, "The Oskel Telegraph Agency, citing an unnamed member of the negotiating group, reported that Lustava may have been given five days to reply. The Courier could not verify the claim.")
        .Add(
            statement => statement with
            {
                Source = statement.Source! with { Name = "a member of the negotiating group", Type = SourceType.Unnamed },
                Certainty = Certainty.Unverified,
                Confidence = 0.55,
                Via = "report",
                Chain = [new(HopRole.Outlet, "Lustava Courier", null), new(HopRole.Agency, "Oskel Telegraph Agency", null), new(HopRole.Origin, "a member of the negotiating group", null)],
            },
            "an unnamed member of the negotiating group", "citing", "that Lustava may have been given five days to reply")
        .Block(BlockRole.List, "312 names are on the list, by the agency’s count")
        .Add(statement => statement with { Confidence = 0.44 }, "the agency’s", "count", "312 names are on the list")
        .Block(BlockRole.List, "The next talks are expected in Elsvik in June")
        .Add(statement => statement with { Certainty = Certainty.Forecast, Kind = StatementKind.Narrated, Source = new StatementSource(null, "Lustava Courier", SourceBasis.Outlet, SourceType.Organisation), Chain = [] }, "", "", "The next talks are expected in Elsvik in June")
        .Block(BlockRole.Boilerplate, "Read also: What we know of the exchange in April")
        .Block(BlockRole.Comment, "treva_fan: my cousin says that nobody was ever offered")
        .Add(statement => statement with { Certainty = Certainty.Hedged, Confidence = 0.5 }, "my cousin", "says", "that nobody was ever offered")
        .Block(BlockRole.Comment, "OldFerryman: propaganda on both sides")
        .Block(BlockRole.Sources, "Sources: CCB, Oskel Telegraph Agency")
        .Store();

    /// <summary>Acts of both kinds, figures and dates.</summary>
    public static StoredDocument Believers() => new Draft
    {
        Title = "Council hopes for buses",
        Published = new DateOnly(2031, 5, 8),
        Path = "corpus/council.html",
    }
        .Block(BlockRole.Headline, "Council hopes for buses")
        .Block(BlockRole.Body, "The council ordered two dozen buses for Monday. It hopes that they come.")
        .Add(
            statement => statement with
            {
                Act = StatementAct.Orders,
                Figures = [new(Find(statement, "two dozen buses"), 24, 24, 24, Hearsay.Language.Figures.FigureBound.Exact, Hearsay.Language.Figures.FigureKind.Count, null, null)],
                Dates = [new(Find(statement, "Monday"), Hearsay.Language.Dates.TimeType.Date, "2031-05-12")],
            },
            "The council", "ordered", "two dozen buses for Monday")
        .Add(statement => statement with { Act = StatementAct.Believes }, "It", "hopes", "that they come")
        .Store();

    private static TextSpan Find(Statement statement, string words)
    {
        var start = statement.Content[0].Start + "two dozen buses for Monday".IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }

    public static StoredDocument Wire() => new Draft
    {
        Title = "Oskeland publishes names of 312 prisoners Lustava declined to take back — ombudswoman",
        Outlet = "Oskel Telegraph Agency",
        Published = new DateOnly(2031, 5, 2),
        Path = "corpus/ota-offer-refused.txt",
    }
        .Block(BlockRole.Headline, "Oskeland publishes names of 312 prisoners Lustava declined to take back — ombudswoman")
        .Block(BlockRole.Dateline, "OSKELMAR, 2 May /OTA/")
        .Block(BlockRole.Body, "Ludmila Vestrakova, the human rights commissioner, said Lustava refused an exchange of 312 for 312. “We offered. They were silent, and silence is an answer,” she said.")
        .Says("Ludmila Vestrakova", "said", "Lustava refused an exchange of 312 for 312")
        .Add(statement => statement with { Kind = StatementKind.Direct, Source = statement.Source! with { Name = "LUDMILA  Vestrakova", Type = SourceType.Person } }, "she", "said", "We offered. They were silent, and silence is an answer,")
        .Store();

    public static StoredDocument Ukrainian() => new Draft
    {
        Title = "Бюро: жодної пропозиції щодо 312 полонених не надходило",
        Outlet = "Вечірня Лустава",
        Language = "uk",
        Published = new DateOnly(2031, 5, 4),
        Path = "corpus/vechirnia.html",
    }
        .Block(BlockRole.Headline, "Бюро: жодної пропозиції щодо 312 полонених не надходило")
        .Block(BlockRole.Body, "Координаційне бюро з питань полону перевірило список за ніч. Семеро з нього вже вдома, чотирнадцятеро — цивільні особи.")
        .Store();

    public static StoredDocument Channel() => new Draft
    {
        Title = "Iron Ferry: 312",
        Outlet = "Iron Ferry",
        Published = new DateOnly(2031, 5, 6),
        Path = "corpus/iron-ferry.txt",
    }
        .Block(BlockRole.Body, "Vestrakova denies that the list was made in haste. Sources tell us more lists will follow!")
        .Add(statement => statement with { Polarity = Polarity.Denied, Source = statement.Source! with { Name = "Ludmila Vestrakova", Type = SourceType.Person } }, "Vestrakova", "denies", "that the list was made in haste")
        .Add(statement => statement with { Certainty = Certainty.Forecast, Source = statement.Source! with { Type = SourceType.Unnamed } }, "Sources", "tell us", "more lists will follow")
        .Store();

    /// <summary>A document that tries everything: markup, script, addresses that run, controls of direction, look-alikes, piles.</summary>
    public static StoredDocument Hostile() => new Draft
    {
        Title = "</title><script>document.title='owned'</script>\u202Egnp.exe<img src=x onerror=alert(1)>",
        Outlet = "\"><svg onload=alert(2)>\u2066Outlet\u202E",
        Url = "javascript:alert(document.domain)",
        Byline = "<b onmouseover=alert(3)>bold</b>",
        Published = new DateOnly(2031, 5, 5),
        Path = "../../etc/<i>passwd</i>\u202Etxt.html",
        Notes = ["<script>alert('note')</script>"],
    }
        .Block(BlockRole.Headline, "</h1></main><script>document.title='owned'</script>\u202Eheadline turned round")
        .Block(BlockRole.Body, "<style>body{display:none}</style><base href=\"https://evil.example/\"><iframe src=\"https://evil.example/\"></iframe> {{7*7}} @(1+1) &lt;b&gt; The M\u0456nistry of P\u0430ce\u200B said <a href=\"javascript:alert(4)\">click</a> me.")
        .Says("The M\u0456nistry of P\u0430ce", "said", "<a href=\"javascript:alert(4)\">click</a> me")
        .Block(BlockRole.Body, "Z" + new string('\u0301', 400) + "algo rises; a lone surrogate \uD800 and a NUL \0 stay readable. " + new string('W', 600))
        .Block(BlockRole.Body, "مصدر قال إن القائمة صحيحة، and then “Latin” again.")
        .Add(statement => statement with { Source = statement.Source! with { Name = "<script>alert('source')</script>\u202E" } }, "مصدر", "قال", "إن القائمة صحيحة")
        .Store();

    public static StoredDocument Undated() => new Draft { Title = null, Outlet = null, Published = null, Path = "corpus/note.txt" }
        .Block(BlockRole.Body, "A note without title, date or outlet. It said that nothing more was known.")
        .Says("It", "said", "that nothing more was known")
        .Store();
}
