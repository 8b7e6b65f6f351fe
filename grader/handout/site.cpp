// Pages around what md4c makes of the handouts.
#include "handout/site.h"

#include <fmt/core.h>

#include <algorithm>

#include "handout/markdown.h"
#include "report/markup.h"
#include "report/page_files.h"
#include "text/problem.h"

namespace lab::handout {
namespace {

using report::escaped;
using text::Language;

constexpr const char* kGenerator = "<meta name=\"generator\" content=\"lab handouts\">";
constexpr Language kLanguages[] = {Language::kEnglish, Language::kKorean};

const char* code_of(Language language) { return language == Language::kKorean ? "ko" : "en"; }
const char* name_of(Language language) { return language == Language::kKorean ? "\xED\x95\x9C\xEA\xB5\xAD\xEC\x96\xB4" : "English"; }
Language other_than(Language language) { return language == Language::kKorean ? Language::kEnglish : Language::kKorean; }

std::string say(Language language, const char* id, const nlohmann::json& args = nlohmann::json::object()) {
  return escaped(text::sentence(language, id, args));
}

// `body` begins with its header. Nothing is fetched and no script runs, whatever the Markdown brought.
std::string page(Language language, const std::string& title, const std::string& body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'\">\n"
      "{}\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">{}</a>\n{}</body>\n</html>\n",
      code_of(language), report::handout_css().hash, kGenerator, title, report::handout_css().text, say(language, "site_skip"), body);
}

// A link of text to the other language.
std::string switch_to(Language language, const std::string& target, const char* of_class) {
  return fmt::format("<a{} href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a>", of_class, target, code_of(language), code_of(language),
                     name_of(language));
}

class Site {
 public:
  explicit Site(const SiteSource& source) : source_(source) {
    for (const Chapter& chapter : source.chapters) {
      Made made{&chapter, html_of(without_switch(chapter)), {}, {}, ""};
      made.headings = headings_in(made.html);
      made.anchors = anchors_of(made.headings);
      made.title = made.headings.empty() ? escaped(chapter.name) : made.headings.front().html;
      made_.push_back(std::move(made));
    }
    for (Made& made : made_) {  // both pages have the English anchors
      const Made* other = other_of(made);
      if (other && made.chapter->language == Language::kKorean) made.anchors = other->anchors;
    }
  }

  std::vector<SiteFile> files() const {
    std::vector<SiteFile> files{{"index.html", index()}};
    for (const Made& made : made_) files.push_back({file_of(*made.chapter), chapter_page(made)});
    for (const auto& [name, text] : source_.samples) files.push_back({sample_file(name), sample_page(name, text)});
    return files;
  }

 private:
  struct Made {
    const Chapter* chapter;
    std::string html;
    std::vector<Heading> headings;
    std::vector<std::string> anchors;
    std::string title;  // HTML
  };

  static std::string file_of(const Chapter& chapter) { return chapter.name + "." + code_of(chapter.language) + ".html"; }
  static std::string markdown_file(const Chapter& chapter, Language language) { return chapter.name + "." + code_of(language) + ".md"; }
  static std::string sample_file(const std::string& name) { return "sample-" + name.substr(0, name.find('.')) + ".html"; }

  // A first line that leads to the other language says what the page's header says.
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
    return fmt::format("<a rel=\"{}\" href=\"{}\">{}{}{}</a>\n", rel, file_of(*made->chapter), escaped(words.substr(0, at)), made->title,
                       escaped(words.substr(at + 1)));
  }

  std::string chapter_page(const Made& made) const {
    const Language language = made.chapter->language;
    const Made *before = nullptr, *after = nullptr, *last = nullptr;
    for (const Made& one : made_) {
      if (one.chapter->language != language) continue;
      if (&one == &made) before = last;
      if (last == &made) after = &one;
      last = &one;
    }
    const Made* other = other_of(made);
    std::string body = fmt::format("<header><nav aria-label=\"{}\"><a href=\"index.html#{}\">{}</a>{}</nav></header>\n",
                                   say(language, "site_pages"), code_of(language), say(language, "site_index"),
                                   other ? switch_to(other->chapter->language, file_of(*other->chapter), "") : "");
    body += "<main id=\"main\" tabindex=\"-1\">\n" + text_of(made, other) + "</main>\n";
    body += "<footer><nav aria-label=\"" + say(language, "site_pages") + "\">" + link_to(before, "prev", "site_before") +
            link_to(after, "next", "site_after") + "</nav></footer>\n";
    return page(language, plain(made.title), body);
  }

  static std::string plain(const std::string& html) {
    std::string text;
    bool in_tag = false;
    for (const char c : html) {
      if (c == '<') in_tag = true;
      if (!in_tag) text += c;
      if (c == '>') in_tag = false;
    }
    return text;
  }

  std::string contents(const Made& made) const {
    const Language language = made.chapter->language;
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
    return fmt::format("<nav class=\"toc\" aria-labelledby=\"contents\"><h2 id=\"contents\">{}</h2><ul>{}</li>{}</ul></nav>\n",
                       say(language, "site_contents"), items, open == 3 ? "</ul></li>" : "");
  }

  // md4c's HTML, tag by tag, with what the site adds to it.
  std::string text_of(const Made& made, const Made* other) const {
    const std::string& html = made.html;
    const Language language = made.chapter->language;
    const bool titled = !made.headings.empty() && made.headings.front().level == 1;
    std::string out = titled ? "" : contents(made);
    std::size_t heading = 0;
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t open = std::min(html.find('<', at), html.size());
      out += html.substr(at, open - at);
      if (open == html.size()) break;
      const std::size_t close = html.find('>', open) + 1;
      const std::string tag = html.substr(open, close - open);
      at = close;
      if (tag.size() == 4 && tag[1] == 'h' && tag[2] != 'r') {
        out += fmt::format("<h{} id=\"{}\">", tag[2], made.anchors[heading++]);
      } else if (tag.starts_with("</h")) {
        if (other && heading > 1)
          out += switch_to(other->chapter->language, file_of(*other->chapter) + "#" + made.anchors[heading - 1], " class=\"other\"");
        out += tag;
        if (titled && heading == 1) out += "\n" + contents(made);
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
      } else {
        out += tag == "<pre>" ? "<pre tabindex=\"0\">" : tag == "</table>" ? "</table></div>" : tag;
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
    return fmt::format("<figure class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">{}</figure>",
                       say(made.chapter->language, "site_figure"), svg);
  }

  std::string index() const {
    std::string body;
    for (const Language language : kLanguages) {
      body += fmt::format("<section class=\"contents\" id=\"{0}\" lang=\"{0}\"><h2>{1}</h2><ul>\n", code_of(language), name_of(language));
      for (const Made& made : made_)
        if (made.chapter->language == language) body += fmt::format("<li><a href=\"{}\">{}</a></li>\n", file_of(*made.chapter), made.title);
      body += "</ul></section>\n";
    }
    const std::string title = say(Language::kEnglish, "site_title"), korean = say(Language::kKorean, "site_title");
    return page(
        Language::kEnglish, title + " / " + korean,
        "<main id=\"main\" tabindex=\"-1\">\n<h1>" + title + " / <span lang=\"ko\">" + korean + "</span></h1>\n" + body + "</main>\n");
  }

  static std::string sample_page(const std::string& name, const std::string& text) {
    return page(
        Language::kEnglish, escaped(name),
        fmt::format("<header><nav aria-label=\"{0}\"><a href=\"index.html#en\">{1}</a><a href=\"index.html#ko\" lang=\"ko\">{2}</a>"
                    "</nav></header>\n<main id=\"main\" tabindex=\"-1\">\n<h1>{3}</h1>\n<pre tabindex=\"0\"><code>{4}</code></pre>\n"
                    "</main>\n",
                    say(Language::kEnglish, "site_pages"), say(Language::kEnglish, "site_index"), say(Language::kKorean, "site_index"),
                    escaped(name), escaped(text)));
  }

  const SiteSource& source_;
  std::vector<Made> made_;
};

}  // namespace

std::vector<SiteFile> site(const SiteSource& source) { return Site(source).files(); }

bool is_site_file(const std::string& html) { return html.find(kGenerator) != std::string::npos; }

}  // namespace lab::handout
