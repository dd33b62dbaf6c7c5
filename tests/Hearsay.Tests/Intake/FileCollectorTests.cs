using Hearsay.Documents;
using Hearsay.Intake;

namespace Hearsay.Tests.Intake;

public sealed class FileCollectorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_gives_its_documents_in_ordinal_order_of_their_paths_all_the_way_down()
    {
        foreach (var name in new[] { "b.txt", "a/z.html", "a.txt", "a-b.htm", "a/c/y.XHTML", "B.txt", "ä.txt" }) { folder.Write(name, "text"); }
        var found = FileCollector.Collect([folder.Path]);
        Assert.Equal(["B.txt", "a-b.htm", "a.txt", "a/c/y.XHTML", "a/z.html", "b.txt", "ä.txt"], found.Select(Relative));
        Assert.All(found, item => Assert.IsType<IntakeItem.Candidate>(item));
    }

    [Fact]
    public void Paths_are_as_given_whether_a_file_is_named_or_met_in_its_folder()
    {
        var file = folder.Write("news/a.txt", "text");
        var given = Path.GetRelativePath(Environment.CurrentDirectory, folder["news"]).Replace('\\', '/');
        var named = Assert.Single(FileCollector.Collect([given + "/a.txt"]));
        Assert.Equal([named.Path, named.Path, named.Path],
            new[] { given, given + "/", "./" + given }.Select(path => Assert.Single(FileCollector.Collect([path])).Path));
        Assert.Equal(given + "/a.txt", named.Path);
        Assert.Equal(Path.GetFullPath(file), Path.GetFullPath(Assert.IsType<IntakeItem.Candidate>(named).File));
    }

    [Fact]
    public void Other_files_are_skipped_in_a_folder_and_refused_when_named()
    {
        folder.Write("a.txt", "text");
        var picture = folder.Write("b.png", "picture");
        Assert.IsType<IntakeItem.Skipped>(FileCollector.Collect([folder.Path])[1]);
        Assert.IsType<IntakeItem.Refused>(Assert.Single(FileCollector.Collect([picture])));
        Assert.IsType<IntakeItem.Refused>(Assert.Single(FileCollector.Collect([folder["none.txt"]])));
    }

    [Fact]
    public void A_link_to_a_folder_is_not_followed_so_that_loops_end()
    {
        folder.Write("a.txt", "text");
        Directory.CreateSymbolicLink(folder["loop"], folder.Path);
        var found = FileCollector.Collect([folder.Path]);
        Assert.Equal(["a.txt", "loop"], found.Select(Relative));
        Assert.IsType<IntakeItem.Skipped>(found[1]);
    }

    [Fact]
    public void A_link_to_a_file_is_read_and_one_that_leads_nowhere_or_in_circles_is_refused()
    {
        var file = folder.Write("elsewhere/a.txt", "text");
        Directory.CreateDirectory(folder["in"]);
        File.CreateSymbolicLink(folder["in/a.txt"], file);
        File.CreateSymbolicLink(folder["in/b.txt"], folder["nowhere.txt"]);
        File.CreateSymbolicLink(folder["in/c.txt"], folder["in/c.txt"]);
        var outcomes = FileCollector.Collect([folder["in"]]).Cast<IntakeItem.Candidate>().Select(new FileLoader().Load).ToList();
        Assert.Equal("text"u8, Assert.IsType<LoadOutcome.Loaded>(outcomes[0]).Capture.Bytes.Span);
        Assert.IsType<LoadOutcome.Refused>(outcomes[1]);
        Assert.IsType<LoadOutcome.Refused>(outcomes[2]);
    }

    [Fact]
    public void What_is_over_the_limit_or_empty_is_refused_before_it_is_read()
    {
        folder.Write("large.txt", "12345");
        folder.Write("none.txt", "");
        folder.Write("small.txt", "1234");
        var outcomes = FileCollector.Collect([folder.Path]).Cast<IntakeItem.Candidate>().Select(new FileLoader(new ReadLimits { MaxBytes = 4 }).Load).ToList();
        Assert.Contains("the limit is 4", Assert.IsType<LoadOutcome.Refused>(outcomes[0]).Reason, StringComparison.Ordinal);
        Assert.Contains("empty", Assert.IsType<LoadOutcome.Refused>(outcomes[1]).Reason, StringComparison.Ordinal);
        Assert.IsType<LoadOutcome.Loaded>(outcomes[2]);
    }

    [Fact]
    public void A_pipe_does_not_keep_us_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix pipe in the file system");
        using (var make = System.Diagnostics.Process.Start("mkfifo", [folder["pipe.txt"]])) { make.WaitForExit(); }
        var pipe = Assert.IsType<IntakeItem.Candidate>(Assert.Single(FileCollector.Collect([folder.Path])));
        Assert.IsType<LoadOutcome.Refused>(new FileLoader().Load(pipe));
    }

    [Fact]
    public void What_the_user_gives_outranks_the_manifest_for_a_named_file_and_not_in_a_folder()
    {
        var file = folder.Write("a.txt", "text");
        folder.Write("b.txt", "text");
        folder.Write("hearsay.csv", "path,outlet\na.txt,Varnia Post\n");
        var given = new Provenance("") { Outlet = "Oskeland Times", Published = new DateOnly(2031, 2, 3) };
        Assert.Equal("Oskeland Times", Outlets(FileCollector.Collect([file], given))[0]);
        Assert.Equal("Varnia Post", Outlets(FileCollector.Collect([file]))[0]);
        Assert.Equal((string?[])["Varnia Post", "Oskeland Times"], Outlets(FileCollector.Collect([folder.Path], given)));
    }

    [Fact]
    public void The_nearest_manifest_that_lists_a_file_speaks_for_it()
    {
        foreach (var name in new[] { "a.txt", "in/b.txt", "in/c.txt", "in/d.txt" }) { folder.Write(name, "text"); }
        folder.Write("hearsay.csv", "path,outlet\na.txt,Outer\nin/b.txt,Outer\n./in\\c.txt,Outer\n");
        folder.Write("in/hearsay.csv", "path,outlet\nb.txt,Inner\n");
        Assert.Equal((string?[])["Outer", "Inner", "Outer", null], Outlets(FileCollector.Collect([folder.Path])));
    }

    [Fact]
    public void A_record_that_cannot_be_used_refuses_its_file_and_the_rest_goes_on()
    {
        folder.Write("a.txt", "text");
        folder.Write("b.txt", "text");
        folder.Write("hearsay.csv", "path,published\na.txt,2031-13-01\nmissing.txt,2031-01-01\n../b.txt,\n");
        var found = FileCollector.Collect([folder.Path]).ToDictionary(Relative);
        Assert.Equal(folder["hearsay.csv"] + " line 2: '2031-13-01' is no day; write it as 2024-12-03 or 2024-12-03T14:05:00+02:00", Reason(found["a.txt"]));
        Assert.Contains("line 3 lists it, and there is no such file", Reason(found["missing.txt"]), StringComparison.Ordinal);
        Assert.Contains("line 4: the path '../b.txt' leads out", Reason(found["../b.txt"]), StringComparison.Ordinal);
        Assert.IsType<IntakeItem.Candidate>(found["b.txt"]);
    }

    private string Relative(IntakeItem item) => item.Path[(folder.Path.Length + 1)..];

    private static string Reason(IntakeItem item) => Assert.IsType<IntakeItem.Refused>(item).Reason;

    private static List<string?> Outlets(IEnumerable<IntakeItem> items) => [.. items.OfType<IntakeItem.Candidate>().Select(item => item.Provenance.Outlet)];
}
