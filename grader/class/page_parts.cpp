// The common frame of the pages, and links to students' pages.
#include "class/page_parts.h"

#include <fmt/core.h>

#include "class/results.h"

namespace lab::classes {
namespace {

// The name as part of an address: characters that are not safe there are percent-encoded.
std::string in_address(const std::string& name) {
  std::string out;
  for (const unsigned char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
    out += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
  }
  return out;
}

}  // namespace

std::string class_page(report::PageFile html, report::Values values, text::Language opens_in, const char* title, const char* skip) {
  const text::Bilingual titles{text::sentence(text::Language::kEnglish, title), text::sentence(text::Language::kKorean, title)};
  values["head"] = report::page_head(titles, skip, report::overview_css(), report::overview_js(), opens_in);
  values["js"] = report::as_html(report::overview_js().text);
  return report::filled_template(html.text, values);
}

report::Values link_to(const HandIn& hand_in) {
  return {{"page", fmt::format("units/{}/{}", in_address(folder_name(hand_in.id)), kPageFile)}, {"student", hand_in.student}};
}

}  // namespace lab::classes
