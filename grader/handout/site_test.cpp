// The handouts' site as text: its links and anchors, what it shows, and that nothing is fetched or run. How it behaves:
// site_browser_test.cpp.
#include <gmock/gmock.h>

#include <map>
#include <regex>
#include <set>

#include "handout/site_samples.h"
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

// Links and references that lead nowhere, and ids that are there twice.
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
      const bool named = link.find_first_of("#.") == std::string::npos;  // aria-labelledby has the id alone
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
  source.chapters[0].markdown += "[x](05.en.md#nowhere)\n";
  EXPECT_THAT(broken(site(source)), ::testing::ElementsAre("00.en.html links to: 05.en.html#nowhere"));
}

TEST(Site, BothLanguagesHaveTheAnchorsOfTheEnglishHeadings) {
  const std::vector<SiteFile> files = site(small_source());
  const char* const kHeading = "<h[1-6] id=\"([^\"]*)\"";
  const std::vector<std::string> expected{"05-adder", "contents", "the-idea", "steps", "step-1", "the-idea-2"};
  EXPECT_EQ(all(page_named("05.en.html", files), kHeading), expected);
  EXPECT_EQ(all(page_named("05.ko.html", files), kHeading), expected);
  EXPECT_THAT(page_named("05.ko.html", files),
              HasSubstr("1단계: 시작<a class=\"other\" href=\"05.en.html#step-1\" lang=\"en\" hreflang=\"en\">English</a></h3>"));
}

TEST(Site, PagesThatDoNotPairAreNotLinkedHeadingByHeading) {
  SiteSource source = small_source();
  source.chapters[3].markdown += "\n## 더\n";
  const std::vector<SiteFile> files = site(source);
  EXPECT_THAT(page_named("05.ko.html", files), AllOf(Not(HasSubstr("class=\"other\"")), HasSubstr("id=\"section-2\"")));
}

TEST(Site, APageHasContentsNeighboursAndTheOtherLanguage) {
  const std::string page = page_named("05.en.html", site(small_source()));
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"en\">"), HasSubstr("<title>05. Adder</title>"),
                          HasSubstr("<li><a href=\"#steps\">Steps</a><ul>\n<li><a href=\"#step-1\">Step 1: Start</a></li></ul></li>\n"),
                          HasSubstr("<a class=\"skip\" href=\"#main\">"),
                          HasSubstr("<a href=\"05.ko.html\" lang=\"ko\" hreflang=\"ko\">한국어</a>"),
                          HasSubstr("<a rel=\"prev\" href=\"00.en.html\">" + said("site_before", {{"title", "00. Setting up"}}) + "</a>"),
                          Not(HasSubstr("<a rel=\"next\""))));
  EXPECT_EQ(count(page, "한국어"), 1u + 4u)
      << "the first line of the Markdown is the header's business; one for each heading but the title";
  EXPECT_THAT(page_named("00.ko.html", site(small_source())),
              AllOf(HasSubstr("<html lang=\"ko\">"),
                    HasSubstr("<a rel=\"next\" href=\"05.ko.html\">" +
                              said("site_after", {{"title", "05. <code>Adder</code>"}}, Language::kKorean) + "</a>"),
                    HasSubstr("<a href=\"05.ko.html#step-1\">05</a>")));
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
  EXPECT_THAT(page_named("index.html", files),
              AllOf(HasSubstr("<a href=\"05.en.html\">05. <code>Adder</code></a>"), HasSubstr("<a href=\"00.ko.html\">00. 준비</a>")));
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
      EXPECT_THAT(all(file.html, "(<(?:script|link|img|iframe|object|embed|base|audio|video|source)[ >])"), IsEmpty()) << file.name;
      EXPECT_THAT(all(file.html, "(<[a-z][^>]* (?:style|src|srcset|on[a-z]+)=)"), IsEmpty()) << file.name;
      EXPECT_THAT(file.html, AllOf(Not(HasSubstr("@import")), Not(HasSubstr("url(")))) << file.name;
      EXPECT_EQ(count(file.html, "<style>"), 1u) << file.name;
      EXPECT_THAT(file.html, HasSubstr("content=\"default-src 'none'; style-src 'sha256-")) << file.name;
      EXPECT_TRUE(is_site_file(file.html));
    }
  EXPECT_FALSE(is_site_file("<!DOCTYPE html><title>mine</title>"));
}

TEST(Site, RawHtmlIsText) {
  const std::string page = page_named("00.en.html", site(hostile_source()));
  EXPECT_THAT(page, AllOf(HasSubstr("&lt;script&gt;window.canary=2"), HasSubstr("&lt;script&gt;window.canary=3"),
                          HasSubstr("&lt;div onclick="), HasSubstr("&lt;iframe src=x&gt;")));
  EXPECT_THAT(all(page, "href=\"([^#\"][^\"]*)\""), ::testing::ElementsAre("index.html#en", "https://example.com/%22onclick=x"))
      << "no other target came through";
}

}  // namespace
}  // namespace lab::handout
