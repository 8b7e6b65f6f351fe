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

std::map<std::string, std::string> frame_of_page(text::Language opens_in, const std::string& en, const std::string& ko, const PageFile& css,
                                                 const PageFile& js) {
  const bool korean = opens_in == text::Language::kKorean;
  return {{"lang", korean ? "ko" : "en"}, {"title", escaped(korean ? ko : en)}, {"title_en", escaped(en)},
          {"title_ko", escaped(ko)},      {"css", std::string(css.text)},       {"css_hash", std::string(css.hash)},
          {"js", std::string(js.text)},   {"js_hash", std::string(js.hash)},    {"switches", filled_template(switches_html().text)}};
}

}  // namespace lab::report
