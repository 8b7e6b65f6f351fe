// Frames of pages, and links from them.
#include "class/page_parts.h"

#include <fmt/core.h>

#include "class/results.h"
#include "report/markup.h"
#include "report/page_files.h"
#include "report/page_template.h"

namespace lab::classes {
namespace {

// As part of an address: all but what needs no escape there.
std::string in_address(const std::string& name) {
  std::string out;
  for (const unsigned char c : name) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c == '.';
    out += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
  }
  return out;
}

}  // namespace

std::map<std::string, std::string> frame_slots(text::Language opens_in, const char* title) {
  return report::frame_of_page(opens_in, text::sentence(text::Language::kEnglish, title), text::sentence(text::Language::kKorean, title),
                               report::overview_css(), report::overview_js());
}

std::string link_to(const HandIn& hand_in) {
  return fmt::format("<a href=\"units/{}/{}\">{}</a>", in_address(folder_name(hand_in.id)), kPageFile, report::escaped(hand_in.student));
}

}  // namespace lab::classes
