// Templates of the page's parts.
#include "report/page_template.h"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "report/markup.h"

namespace lab::report {
namespace {

using text::Language;

class Template {
 public:
  Template(std::string_view html, const Values& values, std::optional<Language> only) : html_(html), only_(only), sections_{&values} {}

  std::string filled() {
    fill(0, html_.size());
    return std::move(out_);
  }

 private:
  void fill(std::size_t at, std::size_t end) {
    for (std::size_t open; (open = std::min(html_.find("{{", at), end)) < end;) {
      out_ += html_.substr(at, open - at);
      const std::size_t close = html_.find("}}", open);
      if (close == html_.npos) throw std::logic_error("a placeholder in a template has no end");
      const std::string_view place = html_.substr(open + 2, close - open - 2);
      at = close + 2;
      if (place.starts_with('#') || place.starts_with('^'))
        at = fill_section(place, open, at);
      else if (place.starts_with(kSay) && place.ends_with('"'))
        say(place.substr(kSay.size(), place.size() - kSay.size() - 1));
      else
        put(place);
    }
    out_ += html_.substr(at, end - at);
  }

  // Returns where the section ends.
  std::size_t fill_section(std::string_view place, std::size_t open, std::size_t begin) {
    const std::string_view name = place.substr(1);
    const std::string closing = "{{/" + std::string(name) + "}}";
    const std::size_t end = html_.find(closing, begin);
    if (end == html_.npos) throw std::logic_error("a section in a template has no end: " + std::string(name));
    begin = after_tag(open, begin);
    const Values& value = at(name);
    if (place.starts_with('^')) {
      if (!holds(value)) fill(begin, end);
    } else if (value.is_array()) {
      for (const Values& one : value) fill_inside(one, begin, end);
    } else if (holds(value)) {
      fill_inside(value, begin, end);
    }
    return after_tag(end, end + closing.size());
  }

  void fill_inside(const Values& section, std::size_t begin, std::size_t end) {
    sections_.push_back(&section);
    fill(begin, end);
    sections_.pop_back();
  }

  // The end of a section's tag, including the newline if the tag is alone on its line.
  std::size_t after_tag(std::size_t begin, std::size_t end) const {
    const bool alone = (begin == 0 || html_[begin - 1] == '\n') && end < html_.size() && html_[end] == '\n';
    return alone ? end + 1 : end;
  }

  static bool holds(const Values& value) {
    if (value.is_string()) return !value.get_ref<const std::string&>().empty();
    if (value.is_binary()) return !value.get_binary().empty();
    if (value.is_boolean()) return value.get<bool>();
    return value.is_number() ? value != 0 : !value.empty();
  }

  const Values& at(std::string_view name) const {
    if (name == ".") return *sections_.back();
    for (auto section = sections_.rbegin(); section != sections_.rend(); ++section)
      if (const auto value = (*section)->find(std::string(name)); value != (*section)->end()) return *value;
    throw std::logic_error("a placeholder in a template has no value: " + std::string(name));
  }

  void say(std::string_view id) {
    const Values& args = **std::find_if(sections_.rbegin(), sections_.rend(), [](const Values* one) { return one->is_object(); });
    out_ += only_ ? escaped(text::sentence(*only_, id, args)) : both_say(id, args);
  }

  void put(std::string_view name) {
    const Values& value = at(name);
    if (value.is_string())
      out_ += escaped(value.get_ref<const std::string&>());
    else if (value.is_number())
      out_ += value.dump();
    else if (value.is_binary())
      out_.append(value.get_binary().begin(), value.get_binary().end());
    else if (value.contains("en") && value.contains("ko"))
      out_ += only_ ? escaped(text_in(value, *only_)) : both(text_in(value, Language::kEnglish), text_in(value, Language::kKorean));
    else
      throw std::logic_error("the value for a placeholder in a template is not text: " + std::string(name));
  }

  static const std::string& text_in(const Values& both, Language language) {
    return both.at(code_of(language)).get_ref<const std::string&>();
  }

  static constexpr std::string_view kSay = "say \"";

  const std::string_view html_;
  const std::optional<Language> only_;
  std::vector<const Values*> sections_;  // the values of the open sections, outermost first
  std::string out_;
};

}  // namespace

Values as_html(std::string_view html) { return Values::binary({html.begin(), html.end()}); }

Values in_both(std::string_view en, std::string_view ko) { return {{"en", en}, {"ko", ko}}; }

Values in_both(const text::Bilingual& text) { return in_both(text.en, text.ko); }

Values with_code(const text::Bilingual& text) { return as_html(both_with_code(text.en, text.ko)); }

Values said(std::string_view id, const nlohmann::json& args) {
  return in_both(text::sentence(Language::kEnglish, id, args), text::sentence(Language::kKorean, id, args));
}

std::string filled_template(std::string_view html, const Values& values, std::optional<Language> only) {
  return Template(html, values, only).filled();
}

Values page_head(const text::Bilingual& title, std::string_view skip, const PageFile& css, const PageFile& js, Language opens_in) {
  return as_html(filled_template(head_html().text, {{"lang", code_of(opens_in)},
                                                    {"policy", {{"css", css.hash}, {"js", js.hash}}},
                                                    {"generator", "lab report"},
                                                    {"title", title.in(opens_in)},
                                                    {"titles", in_both(title)},
                                                    {"skip", said(skip)},
                                                    {"styles", Values::array({as_html(css.text)})}}));
}

}  // namespace lab::report
