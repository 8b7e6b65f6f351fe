// Templates of the page's parts.
#include "report/page_template.h"

#include <stdexcept>

#include "report/markup.h"

namespace lab::report {

std::string filled_template(std::string_view html, const std::map<std::string, std::string>& values, std::optional<text::Language> only) {
  constexpr std::string_view kSay = "say \"";
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t begin = html.find("{{", at);
    out += html.substr(at, begin == html.npos ? html.npos : begin - at);
    if (begin == html.npos) return out;
    const std::size_t end = html.find("}}", begin);
    const std::string_view place = html.substr(begin + 2, end == html.npos ? html.npos : end - begin - 2);
    const auto value = values.find(std::string(place));
    if (place.starts_with(kSay) && place.ends_with('"')) {
      const std::string_view id = place.substr(kSay.size(), place.size() - kSay.size() - 1);
      out += only ? escaped(text::sentence(*only, id)) : both_say(id);
    } else if (value != values.end()) {
      out += value->second;
    } else {
      throw std::logic_error("a template's place that nothing fills: " + std::string(place));
    }
    at = end + 2;
  }
}

std::string page_head(const text::Bilingual& title, std::string_view skip, const PageFile& css, const PageFile& js,
                      text::Language opens_in) {
  return filled_template(head_html().text, {{"lang", opens_in == text::Language::kKorean ? "ko" : "en"},
                                            {"title", escaped(title.in(opens_in))},
                                            {"title_en", escaped(title.en)},
                                            {"title_ko", escaped(title.ko)},
                                            {"skip", both_say(skip)},
                                            {"css", std::string(css.text)},
                                            {"css_hash", std::string(css.hash)},
                                            {"js_hash", std::string(js.hash)}});
}

}  // namespace lab::report
