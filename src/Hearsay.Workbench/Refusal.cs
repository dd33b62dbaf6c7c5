using Hearsay.Workbench.Pages;
using Microsoft.AspNetCore.Http;
using static Hearsay.Web.Text.Texts;

namespace Hearsay.Workbench;

/// <summary>The page that says why there is no other.</summary>
internal static class Refusal
{
    public static IResult Of(int status, string what, string advice) =>
        new PageResult<RefusalPage>(new() { [nameof(RefusalPage.What)] = what, [nameof(RefusalPage.Advice)] = advice }, status);

    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, $"There is no such {what}", T("It may have been made anew under another address when the engine changed. Search for its words instead."));
}
