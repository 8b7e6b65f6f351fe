// Pages around what md4c makes of the handouts.
#include "handout/site.h"

#include <fmt/core.h>

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

using report::escaped;
using text::Language;

constexpr const char* kGenerators[] = {"<meta name=\"generator\" content=\"lab handouts\">",
                                       "<meta name=\"generator\" content=\"lab report\">"};
constexpr const char* kIndex = "index";

const char* code_of(Language language) { return language == Language::kKorean ? "ko" : "en"; }
const char* name_of(Language language) { return language == Language::kKorean ? "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4" : "English"; }
Language other_than(Language language) { return language == Language::kKorean ? Language::kEnglish : Language::kKorean; }

std::string say(Language language, const char* id, const nlohmann::json& args = nlohmann::json::object()) {
  return escaped(text::sentence(language, id, args));
}

// "index.html" is in English.
std::string file_of(const std::string& name, Language language) {
  return name == kIndex && language == Language::kEnglish ? "index.html" : name + "." + code_of(language) + ".html";
}

std::string nav(const char* tag, const std::string& label, const std::string& links) {
  if (links.empty()) return "";
  return fmt::format("<{0}><nav aria-label=\"{1}\">{2}</nav></{0}>\n", tag, label, links);
}

// What the page's policy lets run is the page's own script, whatever the Markdown brought.
std::string page(Language language, const std::string& title, const std::string& header, const std::string& text,
                 const std::string& footer) {
  const report::PageFile css = report::handout_css(), js = report::handout_js();
  return report::filled_template(report::handout_html().text,
                                 {{"lang", code_of(language)},
                                  {"title", title},
                                  {"css", std::string(css.text)},
                                  {"css_hash", std::string(css.hash)},
                                  {"js", std::string(js.text)},
                                  {"js_hash", std::string(js.hash)},
                                  {"header", header},
                                  {"text", text},
                                  {"footer", footer}},
                                 language);
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
    std::size_t place;  // in the order in which they are read
    std::string html;
    std::vector<Heading> headings;
    std::vector<std::string> anchors;
    std::string title;  // HTML
  };

  static std::string file_of(const Chapter& chapter) { return handout::file_of(chapter.name, chapter.language); }
  static std::string markdown_file(const Chapter& chapter, Language language) { return chapter.name + "." + code_of(language) + ".md"; }
  static std::string sample_file(const std::string& name) { return "sample-" + name.substr(0, name.find('.')) + ".html"; }
  static std::string run_file(const std::string& name, Language language) { return "run-" + name + "." + code_of(language) + ".html"; }

  // Where the index of its language links to it; the index itself comes first, what it does not link to last.
  std::size_t place_of(const Chapter& chapter) const {
    const auto index = std::find_if(source_.chapters.begin(), source_.chapters.end(),
                                    [&](const Chapter& one) { return one.name == kIndex && one.language == chapter.language; });
    if (index == source_.chapters.end())
      throw text::Problem("handout_no_index", {{"file", "handouts/index." + std::string(code_of(chapter.language)) + ".md"}});
    if (&*index == &chapter) return 0;
    const std::size_t at = index->markdown.find("](" + markdown_file(chapter, chapter.language));
    return at == std::string::npos ? at : at + 1;
  }

  // A first line that leads to the other language says what the link beside the title says.
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

  std::string link_to(const Made* made, const char* rel, const char* sentence) const {
    if (!made) return "";
    const Language language = made->chapter->language;
    const std::string words = text::sentence(language, sentence, {{"title", "\n"}});  // the title is HTML already
    const std::size_t at = words.find('\n');
    const std::string title = at == std::string::npos ? "" : made->title + escaped(words.substr(at + 1));
    return fmt::format("<a rel=\"{}\" href=\"{}\">{}{}</a>\n", rel, file_of(*made->chapter), escaped(words.substr(0, at)), title);
  }

  std::string chapter_page(const Made& made) const {
    const Language language = made.chapter->language;
    const bool is_index = made.chapter->name == kIndex;
    const Made *before = nullptr, *after = nullptr, *last = nullptr;
    for (const Made& one : made_) {
      if (one.chapter->language != language || one.chapter->name == kIndex) continue;
      if (&one == &made) before = last;
      if (last == &made) after = &one;
      last = &one;
    }
    const std::string up = fmt::format("<a href=\"{}\">{}</a>\n", handout::file_of(kIndex, language), say(language, "site_index"));
    const std::string header = is_index ? "" : up + link_to(before, "prev", "site_previous") + link_to(after, "next", "site_next");
    return page(
        language, without_tags(made.title), nav("header", say(language, "site_pages"), header), text_of(made, other_of(made)),
        nav("footer", say(language, "site_neighbours"), link_to(before, "prev", "site_before") + link_to(after, "next", "site_after")));
  }

  // Its headings, which a reader opens; the page's script opens them on a wide screen.
  std::string contents(const Made& made) const {
    const std::string words = say(made.chapter->language, "site_contents");
    std::string items;
    int open = 2;
    for (std::size_t i = 0; i < made.headings.size(); ++i) {
      int level = made.headings[i].level;
      if (level != 2 && level != 3) continue;
      if (items.empty()) level = 2;
      items += items.empty() ? "" : level > open ? "<ul>" : level < open ? "</li></ul></li>" : "</li>";
      open = level;
      items += fmt::format("\n<li><a href=\"#{}\">{}</a>", made.anchors[i], made.headings[i].html);
    }
    if (items.empty()) return "";
    return fmt::format("<nav class=\"toc\" aria-label=\"{0}\"><details><summary>{0}</summary><ul>{1}</li>{2}</ul></details></nav>\n", words,
                       items, open == 3 ? "</ul></li>" : "");
  }

  // Behind a heading: the link to it and, behind the first, the one to the page in the other language.
  static std::string behind_heading(const std::string& anchor, const Made* other) {
    std::string links = fmt::format("<a class=\"anchor\" href=\"#{0}\" aria-labelledby=\"{0}\">#</a>", anchor);
    if (other) {
      const Language language = other->chapter->language;
      links += fmt::format("<a class=\"other\" href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a>", file_of(*other->chapter), code_of(language),
                           code_of(language), name_of(language));
    }
    return links + "</div>";
  }

  // md4c's HTML, tag by tag, with what the site adds to it.
  std::string text_of(const Made& made, const Made* other) const {
    const std::string& html = made.html;
    const Language language = made.chapter->language;
    const bool titled = !made.headings.empty() && made.headings.front().level == 1;
    const bool has_contents = made.chapter->name != kIndex;
    std::string out = titled || !has_contents ? "" : contents(made);
    std::size_t heading = 0;
    bool is_copied = false;  // the block of code
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t open = std::min(html.find('<', at), html.size());
      out += html.substr(at, open - at);
      if (open == html.size()) break;
      const std::size_t close = html.find('>', open) + 1;
      const std::string tag = html.substr(open, close - open);
      at = close;
      if (tag.size() == 4 && tag[1] == 'h' && tag[2] != 'r') {
        out += fmt::format("<div class=\"heading h{0}\"><h{0} id=\"{1}\">", tag[2], made.anchors[heading++]);
      } else if (tag.starts_with("</h")) {
        out += tag + behind_heading(made.anchors[heading - 1], heading == 1 ? other : nullptr);
        if (titled && has_contents && heading == 1) out += "\n" + contents(made);
      } else if (tag.starts_with("<a ")) {
        out += link(value_of(tag, "href"));
      } else if (tag == "<p>" && html.compare(at, 18, "<img src=\"figures/") == 0 && html.compare(html.find('>', at) + 1, 4, "</p>") == 0) {
        const std::string image = html.substr(at, html.find('>', at) + 1 - at);
        out += picture(made, value_of(image, "src"), value_of(image, "alt"));
        at += image.size() + 4;
      } else if (tag.starts_with("<img ")) {
        out += value_of(tag, "alt");
      } else if (tag == "<table>") {
        out += fmt::format("<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{}\"><table>", say(language, "site_wide"));
      } else if (tag.starts_with("<th") && html.compare(at, 5, "</th>") == 0) {
        out += "<td></td>";  // the corner of a table heads nothing
        at += 5;
      } else if (tag == "<pre>") {
        is_copied = html.compare(at, 27, "<code class=\"language-text\"") != 0;  // what a program or the grader printed is not
        out += is_copied ? "<div class=\"code\"><pre tabindex=\"0\">" : "<pre tabindex=\"0\">";
      } else if (tag == "</pre>" && is_copied) {
        out += fmt::format("</pre><button type=\"button\" class=\"copy\" hidden>{}</button></div>", say(language, "site_copy"));
      } else {
        out += tag == "</table>" ? "</table></div>" : tag;
      }
    }
    return out;
  }

  // Of md4c's tags, in which an attribute's value holds no quotation mark.
  static std::string value_of(const std::string& tag, const std::string& attribute) {
    const std::size_t at = tag.find(" " + attribute + "=\"");
    if (at == std::string::npos) return "";
    const std::size_t begin = at + attribute.size() + 3;
    return tag.substr(begin, tag.find('"', begin) - begin);
  }

  std::string link(const std::string& target) const {
    const std::size_t hash = std::min(target.find('#'), target.size());
    const std::string file = target.substr(0, hash), anchor = target.substr(hash);
    if (target.starts_with("https://") || (file.empty() && !anchor.empty())) return "<a href=\"" + target + "\">";
    for (const Made& made : made_)
      if (file == markdown_file(*made.chapter, made.chapter->language)) return "<a href=\"" + file_of(*made.chapter) + anchor + "\">";
    for (const auto& [name, text] : source_.samples)
      if (file == "samples/" + name) return "<a href=\"" + sample_file(name) + "\">";
    return "<a>";
  }

  std::string picture(const Made& made, const std::string& target, const std::string& words) const {
    const auto found = source_.figures.find(target);
    if (found == source_.figures.end())
      throw text::Problem("handout_figure_missing",
                          {{"file", "handouts/" + markdown_file(*made.chapter, made.chapter->language)}, {"name", target}});
    std::string svg = found->second.substr(std::min(found->second.find("<svg "), found->second.size()));
    const std::size_t style = svg.find("<style>"), end = svg.find("</style>");
    if (style != std::string::npos && end != std::string::npos) svg.erase(style, end + 8 - style);  // the page has the same
    if (svg.starts_with("<svg ")) svg.insert(5, "role=\"img\" aria-label=\"" + words + "\" ");
    return fmt::format("<figure><div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</div>{}</figure>",
                       say(made.chapter->language, "site_figure"), svg, link_to_run(target, made.chapter->language));
  }

  // "figures/NAME.en.svg" is drawn from the run of that name, if that is there.
  std::string link_to_run(const std::string& figure, Language language) const {
    const std::size_t begin = figure.find('/') + 1;
    const std::string name = figure.substr(begin, figure.find('.', begin) - begin);
    if (!source_.runs.contains(name)) return "";
    return fmt::format("<figcaption><a href=\"{}\">{}</a></figcaption>", run_file(name, language), say(language, "site_run"));
  }

  // The run, moment by moment, beside that of the solution.
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
    const std::string links = fmt::format("<a href=\"index.html\">{}</a>\n<a href=\"{}\" lang=\"ko\">{}</a>", say(kEnglish, "site_index"),
                                          handout::file_of(kIndex, kKorean), say(kKorean, "site_index"));
    return page(
        kEnglish, escaped(name), nav("header", say(kEnglish, "site_pages"), links),
        fmt::format("<h1>{}</h1>\n<div class=\"code\"><pre tabindex=\"0\"><code>{}</code></pre><button type=\"button\" class=\"copy\" "
                    "hidden>{}</button></div>\n",
                    escaped(name), escaped(text), say(kEnglish, "site_copy")),
        "");
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
