// Tests the handouts' site as text: its links, anchors and contents, and that nothing is fetched or run. Its behaviour is tested in
// site_browser_test.cpp.
#include <gmock/gmock.h>

#include <map>
#include <regex>
#include <set>

#include "handout/site_samples.h"
#include "report/report_samples.h"
#include "tests/phrases.h"
#include "text/problem.h"

namespace lab::handout {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using tests::Language;
using tests::said;
using tests::Says;

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

std::vector<std::string> all(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) found.push_back((*match)[1]);
  return found;
}

// Links and references without a target, and duplicate ids.
std::vector<std::string> broken(const std::vector<SiteFile>& files) {
  std::map<std::string, std::set<std::string>> ids;
  std::vector<std::string> found;
  for (const SiteFile& file : files) {
    ids[file.name];
    for (const std::string& id : all(file.html, " id=\"([^\"]*)\""))
      if (!ids[file.name].insert(id).second) found.push_back(file.name + " has twice: " + id);
  }
  for (const SiteFile& file : files)
    for (const std::string& link : all(file.html, " (?:href|src|aria-labelledby)=\"([^\"]*)\"")) {
      if (link.starts_with("https://")) continue;
      const std::size_t hash = std::min(link.find('#'), link.size());
      const bool named = link.find_first_of("#.") == std::string::npos;  // aria-labelledby contains only the id
      const std::string page = hash == 0 || named ? file.name : link.substr(0, hash);
      const std::string id = named ? link : hash < link.size() ? link.substr(hash + 1) : "";
      if (!ids.count(page) || (!id.empty() && !ids[page].count(id))) found.push_back(file.name + " links to: " + link);
    }
  return found;
}

TEST(Site, EveryLinkOfTheKitsHandoutsLeadsSomewhere) {
  const std::vector<SiteFile> files = site(kit_source());
  EXPECT_GT(files.size(), 15u);
  EXPECT_THAT(broken(files), IsEmpty());
}

TEST(Site, SeesALinkThatLeadsNowhere) {
  SiteSource source = small_source();
  EXPECT_THAT(broken(site(source)), IsEmpty());
  chapter_of(source, "00", Language::kEnglish).markdown += "[x](05.en.md#nowhere)\n";
  EXPECT_THAT(broken(site(source)), ::testing::ElementsAre("00.en.html links to: 05.en.html#nowhere"));
}

TEST(Site, BothLanguagesHaveTheAnchorsOfTheEnglishHeadings) {
  const std::vector<SiteFile> files = site(small_source());
  const char* const kHeading = "<h[1-6] id=\"([^\"]*)\"";
  const std::vector<std::string> expected{"05-adder", "the-idea", "steps", "step-1", "the-idea-2"};
  EXPECT_EQ(all(page_named("05.en.html", files), kHeading), expected);
  EXPECT_EQ(all(page_named("05.ko.html", files), kHeading), expected);
  EXPECT_THAT(page_named("05.ko.html", files),
              HasSubstr("1단계: 시작</h3><a class=\"anchor\" href=\"#step-1\" aria-labelledby=\"step-1\">#</a></div>"));
}

TEST(Site, LinksToTheOtherLanguageOnceBesideTheTitlesAnchor) {
  const std::string page = page_named("05.en.html", site(small_source()));
  EXPECT_THAT(page, HasSubstr("</h1><a class=\"anchor\" href=\"#05-adder\" aria-labelledby=\"05-adder\">#</a>"
                              "<a class=\"other\" href=\"05.ko.html\" lang=\"ko\" hreflang=\"ko\">한국어</a></div>"));
  EXPECT_EQ(count(page, "한국어"), 1u) << "the first line of the Markdown says the same";
}

TEST(Site, PagesThatDoNotPairAreNotLinkedHeadingByHeading) {
  SiteSource source = small_source();
  chapter_of(source, "05", Language::kKorean).markdown += "\n## 더\n";
  const std::vector<SiteFile> files = site(source);
  EXPECT_THAT(page_named("05.ko.html", files), AllOf(Not(HasSubstr("class=\"other\"")), HasSubstr("id=\"section-2\"")));
}

TEST(Site, APageHasContentsAndNeighbours) {
  const std::string page = page_named("05.en.html", site(small_source()));
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"en\">"), HasSubstr("<title>05. Adder</title>"),
                          HasSubstr("<li><a href=\"#steps\">Steps</a><ul>\n<li><a href=\"#step-1\">Step 1: Start</a></li></ul></li>\n"),
                          HasSubstr("<nav class=\"toc\" aria-label=\"" + said("site_contents") + "\"><details><summary>"),
                          HasSubstr("<a class=\"skip\" href=\"#main\">")));
  EXPECT_THAT(page, AllOf(HasSubstr("<a href=\"index.html\">" + said("site_index") + "</a>"),
                          HasSubstr("<a rel=\"prev\" href=\"00.en.html\">" + said("site_previous") + "</a>"),
                          HasSubstr("<a rel=\"prev\" href=\"00.en.html\">" + said("site_before", {{"title", "00. Setting up"}}) + "</a>"),
                          Not(HasSubstr("<a rel=\"next\""))));
  EXPECT_THAT(page_named("00.ko.html", site(small_source())),
              AllOf(HasSubstr("<html lang=\"ko\">"), HasSubstr("<a href=\"index.ko.html\">"),
                    HasSubstr("<a rel=\"next\" href=\"05.ko.html\">" + said("site_next", {}, Language::kKorean) + "</a>"),
                    HasSubstr("<a rel=\"next\" href=\"05.ko.html\">" +
                              said("site_after", {{"title", "05. <code>Adder</code>"}}, Language::kKorean) + "</a>"),
                    HasSubstr("<a href=\"05.ko.html#step-1\">05</a>")));
}

TEST(Site, TheIndexDecidesTheOrder) {
  SiteSource source = small_source();
  source.chapters.push_back(chapter("lan", "# A LAN\n"));
  source.chapters.push_back(chapter("a", "# No link leads here\n"));
  chapter_of(source, "index", Language::kEnglish).markdown = "# All\n\n- [b](lan.en.md)\n- [c](05.en.md)\n- [d](00.en.md)\n";
  const std::vector<SiteFile> files = site(source);
  EXPECT_THAT(page_named("index.html", files),
              AllOf(HasSubstr("<a href=\"lan.en.html\">b</a>"), Not(HasSubstr("class=\"toc\"")), Not(HasSubstr("<a rel=\"next\""))));
  EXPECT_THAT(page_named("lan.en.html", files),
              AllOf(Not(HasSubstr("<a rel=\"prev\"")), HasSubstr("<a rel=\"next\" href=\"05.en.html\">")));
  EXPECT_THAT(page_named("00.en.html", files),
              AllOf(HasSubstr("<a rel=\"prev\" href=\"05.en.html\">"), HasSubstr("<a rel=\"next\" href=\"a.en.html\">")));
  std::erase_if(source.chapters, [](const Chapter& one) { return one.name == "index"; });
  try {
    site(source);
    ADD_FAILURE() << "made without an index";
  } catch (const text::Problem& problem) {
    EXPECT_THAT(problem.what(), Says("handout_no_index", {{"file", "handouts/index.en.md"}}));
  }
}

TEST(Site, TheKitsIndexLeadsToEveryHandoutInBothLanguages) {
  const SiteSource source = kit_source();
  for (const Chapter& one : source.chapters) {
    const std::string ending = one.language == Language::kKorean ? ".ko.md" : ".en.md";
    const Chapter* const index = &*std::find_if(source.chapters.begin(), source.chapters.end(), [&](const Chapter& other) {
      return other.name == "index" && other.language == one.language;
    });
    if (one.name != "index") {
      EXPECT_EQ(count(index->markdown, "](" + one.name + ending + "): "), 1u) << one.name << ending;
    }
  }
}

TEST(Site, CodeAndCommandsCanBeCopiedAndOutputsCannot) {
  SiteSource source = small_source();
  chapter_of(source, "00", Language::kEnglish).markdown += "```\n$ ./lab\n```\n\n```text\n15\n```\n";
  const std::string button = "<button type=\"button\" class=\"copy\" hidden>" + said("site_copy") + "</button></div>";
  const std::vector<SiteFile> files = site(source);
  EXPECT_THAT(page_named("00.en.html", files),
              AllOf(HasSubstr("<div class=\"code\"><pre tabindex=\"0\"><code>$ ./lab\n</code></pre>" + button),
                    HasSubstr("\n<pre tabindex=\"0\"><code class=\"language-text\">15\n</code></pre>\n")));
  EXPECT_THAT(page_named("05.en.html", files), HasSubstr("wait();\n</code></pre>" + button));
  EXPECT_THAT(page_named("sample-TwoHandles.html", files), HasSubstr(button));
}

TEST(Site, AFigureLeadsToItsRunMomentByMoment) {
  SiteSource source = small_source();
  const std::string none = page_named("05.en.html", site(source));
  EXPECT_THAT(none, Not(HasSubstr("<figcaption>")));
  source.runs = {{"a", report::race()}, {"05-solution-b", report::race()}};
  const std::vector<SiteFile> files = site(source);
  EXPECT_THAT(page_named("05.en.html", files),
              HasSubstr("<figcaption><a href=\"run-a.en.html\">" + said("site_run") + "</a></figcaption>"));
  EXPECT_THAT(page_named("05.ko.html", files), HasSubstr("<figcaption><a href=\"run-a.ko.html\">"));
  EXPECT_THAT(page_named("run-a.ko.html", files),
              AllOf(HasSubstr("<html lang=\"ko\""), HasSubstr("class=\"steps\""), HasSubstr("\"against\":")));
  EXPECT_THAT(page_named("run-05-solution-b.en.html", files), Not(HasSubstr("\"against\":"))) << "itself";
}

TEST(Site, EveryFigureOfTheKitHasItsRun) {
  const SiteSource source = kit_source();
  EXPECT_GE(source.runs.size(), 5u);
  for (const Chapter& one : source.chapters)
    for (const std::string& figure : all(one.markdown, "\\(figures/([^)]*)\\.(?:en|ko)\\.svg\\)"))
      EXPECT_TRUE(source.runs.contains(figure)) << one.name << ": " << figure;
}

TEST(Site, ShowsTablesCodeFiguresAndSamples) {
  const std::vector<SiteFile> files = site(small_source());
  const std::string page = page_named("05.en.html", files);
  EXPECT_THAT(page, AllOf(HasSubstr("<table>"), HasSubstr("if (a &lt; b) wait();"),
                          HasSubstr("<svg role=\"img\" aria-label=\"The bars &quot;end&quot;.\" "),
                          HasSubstr(">WaitForSingleObject</text>"), Not(HasSubstr("shown:")), Not(HasSubstr("<style>text{}"))));
  EXPECT_THAT(page, AllOf(HasSubstr("<a href=\"https://learn.microsoft.com/x\">"), HasSubstr("<a href=\"sample-TwoHandles.html\">"),
                          HasSubstr("<a>inside</a>"), HasSubstr("<a href=\"00.en.html\">")));
  EXPECT_THAT(page_named("sample-TwoHandles.html", files), HasSubstr("#include &lt;windows.h&gt;"));
  EXPECT_THAT(page_named("index.ko.html", files), HasSubstr("<li><a href=\"00.ko.html\">준비</a>: 시작합니다.</li>"));
}

TEST(Site, SaysWhichFigureIsMissing) {
  SiteSource source = small_source();
  source.figures.erase("figures/a.ko.svg");
  try {
    site(source);
    ADD_FAILURE() << "made without the figure";
  } catch (const text::Problem& problem) {
    EXPECT_THAT(problem.what(), Says("handout_figure_missing", {{"file", "handouts/05.ko.md"}, {"name", "figures/a.ko.svg"}}));
  }
}

TEST(Site, LoadsNothing) {
  for (const SiteSource& source : {kit_source(), small_source(), hostile_source()})
    for (const SiteFile& file : site(source)) {
      EXPECT_THAT(all(file.html, "(<(?:link|img|iframe|object|embed|base|audio|video|source)[ >])"), IsEmpty()) << file.name;
      EXPECT_THAT(all(file.html, "(<[a-z][^>]* (?:style|src|srcset|on[a-z]+)=)"), IsEmpty()) << file.name;
      EXPECT_THAT(file.html, AllOf(Not(HasSubstr("@import")), Not(HasSubstr("url(")))) << file.name;
      EXPECT_EQ(count(file.html, "<style>"), 1u) << file.name;
      EXPECT_EQ(count(file.html, "<script"), 1u) << file.name;
      EXPECT_THAT(all(file.html, "content=\"(default-src 'none'; style-src 'sha256-[^']*'; script-src 'sha256-[^']*'; base-uri 'none'; )"),
                  ::testing::SizeIs(1))
          << file.name;
      EXPECT_TRUE(is_site_file(file.html));
    }
  EXPECT_FALSE(is_site_file("<!DOCTYPE html><title>mine</title>"));
}

TEST(Site, RawHtmlIsText) {
  const std::string page = page_named("00.en.html", site(hostile_source()));
  EXPECT_THAT(page, AllOf(HasSubstr("&lt;script&gt;window.canary=2"), HasSubstr("&lt;script&gt;window.canary=3"),
                          HasSubstr("&lt;div onclick="), HasSubstr("&lt;iframe src=x&gt;")));
  EXPECT_THAT(all(page, "href=\"([^#\"][^\"]*)\""), ::testing::ElementsAre("index.html", "https://example.com/%22onclick=x"))
      << "no other target came through";
}

}  // namespace
}  // namespace lab::handout
