// Builds pages around the HTML that md4c generates from the handouts.
#include "handout/site.h"

#include <algorithm>
#include <iterator>

#include "handout/markdown.h"
#include "report/markup.h"
#include "report/page_files.h"
#include "report/page_template.h"
#include "report/report.h"
#include "text/problem.h"

namespace lab::handout {
namespace {

using report::as_html;
using report::escaped;
using report::PageFile;
using report::Values;
using text::Language;

constexpr const char* kGenerators[] = {"<meta name=\"generator\" content=\"lab handouts\">",
                                       "<meta name=\"generator\" content=\"lab report\">"};
constexpr const char* kIndex = "index";

const char* name_of(Language language) { return language == Language::kKorean ? "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4" : "English"; }
Language other_than(Language language) { return language == Language::kKorean ? Language::kEnglish : Language::kKorean; }

// "index.html" is in English.
std::string file_of(const std::string& name, Language language) {
  return name == kIndex && language == Language::kEnglish ? "index.html" : name + "." + code_of(language) + ".html";
}

std::string filled(PageFile html, const Values& values, Language language) { return report::filled_template(html.text, values, language); }

// The page's policy lets only the page's own script run, whatever the Markdown contains.
std::string page(Language language, Values values) {
  const PageFile css = report::handout_css(), js = report::handout_js();
  values["lang"] = code_of(language);
  values["policy"] = {{"css", css.hash}, {"js", js.hash}};
  values["generator"] = "lab handouts";
  values["titles"] = "";
  values["skip"] = report::said("site_skip");
  values["styles"] = Values::array({as_html(css.text)});
  values["js"] = as_html(js.text);
  values["index"] = file_of(kIndex, language);
  return filled(report::handout_html(), values, language);
}

class Site {
 public:
  explicit Site(const SiteSource& source) : source_(source) {
    for (const Chapter& chapter : source.chapters) {
      Made made{&chapter, place_of(chapter), html_of(without_switch(chapter)), {}, {}, ""};
      made.headings = headings_in(made.html);
      made.anchors = anchors_of(made.headings);
      made.title = made.headings.empty() ? escaped(chapter.name) : made.headings.front().html;
      made_.push_back(std::move(made));
    }
    std::stable_sort(made_.begin(), made_.end(), [](const Made& a, const Made& b) { return a.place < b.place; });
    for (Made& made : made_) {  // both pages have the English anchors
      const Made* other = other_of(made);
      if (other && made.chapter->language == Language::kKorean) made.anchors = other->anchors;
    }
  }

  std::vector<SiteFile> files() const {
    std::vector<SiteFile> files;
    for (const Made& made : made_) files.push_back({file_of(*made.chapter), chapter_page(made)});
    for (const auto& [name, text] : source_.samples) files.push_back({sample_file(name), sample_page(name, text)});
    for (const auto& [name, run] : source_.runs)
      for (const Language language : {Language::kEnglish, Language::kKorean})
        files.push_back({run_file(name, language), run_page(name, run, language)});
    return files;
  }

 private:
  struct Made {
    const Chapter* chapter;
    std::size_t place;  // position in the reading order
    std::string html;
    std::vector<Heading> headings;
    std::vector<std::string> anchors;
    std::string title;  // HTML
  };

  static std::string file_of(const Chapter& chapter) { return handout::file_of(chapter.name, chapter.language); }
  static std::string markdown_file(const Chapter& chapter, Language language) { return chapter.name + "." + code_of(language) + ".md"; }
  static std::string sample_file(const std::string& name) { return "sample-" + name.substr(0, name.find('.')) + ".html"; }
  static std::string run_file(const std::string& name, Language language) { return "run-" + name + "." + code_of(language) + ".html"; }

  // The position of the chapter's link in the index of its language. The index itself comes first; chapters without a link come last.
  std::size_t place_of(const Chapter& chapter) const {
    const auto index = std::find_if(source_.chapters.begin(), source_.chapters.end(),
                                    [&](const Chapter& one) { return one.name == kIndex && one.language == chapter.language; });
    if (index == source_.chapters.end())
      throw text::Problem("handout_no_index", {{"file", "handouts/index." + std::string(code_of(chapter.language)) + ".md"}});
    if (&*index == &chapter) return 0;
    const std::size_t at = index->markdown.find("](" + markdown_file(chapter, chapter.language));
    return at == std::string::npos ? at : at + 1;
  }

  // Removes a first line that links to the other language, because the page has such a link next to its title.
  static std::string without_switch(const Chapter& chapter) {
    const std::size_t end = std::min(chapter.markdown.find('\n'), chapter.markdown.size());
    const bool switches =
        chapter.markdown.substr(0, end).find("](" + markdown_file(chapter, other_than(chapter.language)) + ")") != std::string::npos;
    return switches ? chapter.markdown.substr(end) : chapter.markdown;
  }

  // The same page in the other language, if it has the same headings.
  const Made* other_of(const Made& made) const {
    for (const Made& one : made_)
      if (one.chapter->name == made.chapter->name && one.chapter->language != made.chapter->language &&
          one.headings.size() == made.headings.size())
        return &one;
    return nullptr;
  }

  static Values link_to(const Made* made, const char* sentence) {
    if (!made) return {};
    const std::string words = text::sentence(made->chapter->language, sentence, {{"title", "\n"}});  // the title is HTML already
    const std::size_t at = words.find('\n');
    const std::string html = escaped(words.substr(0, at)) + made->title + escaped(words.substr(at + 1));
    return {{"file", file_of(*made->chapter)}, {"words", as_html(html)}};
  }

  std::string chapter_page(const Made& made) const {
    const Made *before = nullptr, *after = nullptr, *last = nullptr;
    for (const Made& one : made_) {
      if (one.chapter->language != made.chapter->language || one.chapter->name == kIndex) continue;
      if (&one == &made) before = last;
      if (last == &made) after = &one;
      last = &one;
    }
    return page(made.chapter->language, {{"title", as_html(without_tags(made.title))},
                                         {"links", made.chapter->name != kIndex},
                                         {"other_index", ""},
                                         {"before", link_to(before, "site_before")},
                                         {"after", link_to(after, "site_after")},
                                         {"neighbours", before || after},
                                         {"heading", ""},
                                         {"text", as_html(text_of(made, other_of(made)))}});
  }

  // The page's headings as a list that the reader can open; the page's script opens it on a wide screen.
  static std::string contents(const Made& made) {
    Values headings = Values::array();
    for (std::size_t i = 0; i < made.headings.size(); ++i) {
      const int level = made.headings[i].level;
      if (level != 2 && level != 3) continue;
      const Values heading = {{"anchor", made.anchors[i]}, {"html", as_html(made.headings[i].html)}, {"has_inner", false}, {"inner", ""}};
      if (level == 2 || headings.empty()) {
        headings.push_back(heading);
        continue;
      }
      Values& outer = headings.back();
      if (!outer["has_inner"]) outer["inner"] = Values::array();
      outer["has_inner"] = true;
      outer["inner"].push_back(heading);
    }
    return headings.empty() ? "" : filled(report::handout_contents_html(), {{"headings", headings}}, made.chapter->language);
  }

  // The page in the other language, for the link after the first heading.
  static Values link_to_other(const Made* other) {
    if (!other) return {};
    const Language language = other->chapter->language;
    return {{"file", file_of(*other->chapter)}, {"lang", code_of(language)}, {"name", name_of(language)}};
  }

  std::string text_of(const Made& made, const Made* other) const {
    const std::string list = made.chapter->name == kIndex ? "" : contents(made);
    const bool titled = !made.headings.empty() && made.headings.front().level == 1;
    std::size_t heading = 0;
    const auto fill_heading = [&](const std::string& html) {
      const std::size_t at = heading++;
      return filled(report::handout_heading_html(),
                    {{"level", made.headings[at].level},
                     {"anchor", made.anchors[at]},
                     {"html", as_html(html)},
                     {"other", at == 0 ? link_to_other(other) : Values()},
                     {"contents", as_html(at == 0 && titled ? list : "")}},
                    made.chapter->language);
    };
    const std::string html = rewritten(made, made.html, fill_heading);
    return titled ? html : list + html;
  }

  // md4c's HTML, element by element, with the site's additions.
  template <class FillHeading>
  std::string rewritten(const Made& made, const std::string& html, const FillHeading& fill_heading) const {
    const Language language = made.chapter->language;
    std::string out;
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t open = std::min(html.find('<', at), html.size());
      out += html.substr(at, open - at);
      if (open == html.size()) break;
      at = html.find('>', open) + 1;
      const std::string tag = html.substr(open, at - open);
      // Returns the contents of the element, which ends with `end`.
      const auto take_inner = [&](const char* end) {
        const std::size_t begin = at, close = html.find(end, at);
        at = html.find('>', close) + 1;
        return html.substr(begin, close - begin);
      };
      if (tag.size() == 4 && tag[1] == 'h' && tag[2] != 'r') {
        out += fill_heading(rewritten(made, take_inner("</h"), fill_heading));
      } else if (tag.starts_with("<a ")) {
        const std::string target = target_of(value_of(tag, "href"));
        out += target.empty() ? "<a>" : "<a href=\"" + target + "\">";
      } else if (tag == "<p>" && html.compare(at, 18, "<img src=\"figures/") == 0 && html.compare(html.find('>', at) + 1, 4, "</p>") == 0) {
        out += figure(made, take_inner("</p>"));
      } else if (tag.starts_with("<img ")) {
        out += value_of(tag, "alt");
      } else if (tag == "<table>") {
        out += filled(report::handout_table_html(), {{"html", as_html(rewritten(made, take_inner("</table>"), fill_heading))}}, language);
      } else if (tag.starts_with("<th") && html.compare(at, 5, "</th>") == 0) {
        out += "<td></td>";  // the corner of a table is not a heading
        at += 5;
      } else if (tag == "<pre>") {
        const std::string code = take_inner("</pre>");
        const bool is_copied = !code.starts_with("<code class=\"language-text\"");  // not for the output of a program or the grader
        out += filled(report::handout_code_html(), {{"copied", is_copied}, {"html", as_html(code)}}, language);
      } else {
        out += tag;
      }
    }
    return out;
  }

  // Works for md4c's tags, whose attribute values contain no quotation marks.
  static std::string value_of(const std::string& tag, const std::string& attribute) {
    const std::size_t at = tag.find(" " + attribute + "=\"");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + attribute.size() + 3;
    return tag.substr(begin, tag.find('"', begin) - begin);
  }

  // "" if the target is not on the site.
  std::string target_of(const std::string& target) const {
    const std::size_t hash = std::min(target.find('#'), target.size());
    const std::string file = target.substr(0, hash), anchor = target.substr(hash);
    if (target.starts_with("https://") || (file.empty() && !anchor.empty())) return target;
    for (const Made& made : made_)
      if (file == markdown_file(*made.chapter, made.chapter->language)) return file_of(*made.chapter) + anchor;
    for (const auto& [name, text] : source_.samples)
      if (file == "samples/" + name) return sample_file(name);
    return "";
  }

  std::string figure(const Made& made, const std::string& image) const {
    const std::string target = value_of(image, "src");
    const auto found = source_.figures.find(target);
    if (found == source_.figures.end())
      throw text::Problem("handout_figure_missing",
                          {{"file", "handouts/" + markdown_file(*made.chapter, made.chapter->language)}, {"name", target}});
    std::string svg = found->second.substr(found->second.find("<svg ") + 5);
    const std::size_t style = svg.find("<style>"), end = svg.find("</style>");
    if (style != std::string::npos && end != std::string::npos) svg.erase(style, end + 8 - style);  // the page contains the same one
    return filled(report::handout_figure_html(),
                  {{"words", as_html(value_of(image, "alt"))}, {"svg", as_html(svg)}, {"run", run_of(target, made.chapter->language)}},
                  made.chapter->language);
  }

  // The page of the run that "figures/NAME.en.svg" was drawn from; "" if there is no such run.
  std::string run_of(const std::string& figure, Language language) const {
    const std::size_t begin = figure.find('/') + 1;
    const std::string name = figure.substr(begin, figure.find('.', begin) - begin);
    return source_.runs.contains(name) ? run_file(name, language) : "";
  }

  // The run, moment by moment, next to the solution's run.
  std::string run_page(const std::string& name, const trace::Run& run, Language language) const {
    static const std::string kOfSolution = "-solution-";
    report::Style style;
    style.language = language;
    if (name.find(kOfSolution) == std::string::npos)
      for (const auto& [other, correct] : source_.runs)
        if (other.find(kOfSolution) != std::string::npos) style.correct.push_back(correct);
    return report::html({run}, style);
  }

  static std::string sample_page(const std::string& name, const std::string& text) {
    constexpr Language kEnglish = Language::kEnglish, kKorean = Language::kKorean;
    return page(kEnglish,
                {{"title", name},
                 {"links", true},
                 {"other_index", handout::file_of(kIndex, kKorean)},
                 {"other_words", text::sentence(kKorean, "site_index")},
                 {"before", ""},
                 {"after", ""},
                 {"neighbours", false},
                 {"heading", name},
                 {"text", as_html(filled(report::handout_code_html(),
                                         {{"copied", true}, {"html", as_html("<code>" + escaped(text) + "</code>")}}, kEnglish))}});
  }

  const SiteSource& source_;
  std::vector<Made> made_;
};

}  // namespace

std::vector<SiteFile> site(const SiteSource& source) { return Site(source).files(); }

bool is_site_file(const std::string& html) {
  return std::any_of(std::begin(kGenerators), std::end(kGenerators), [&](const char* one) { return html.find(one) != std::string::npos; });
}

}  // namespace lab::handout
