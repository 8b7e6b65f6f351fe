// Frames of pages, and links from them.
#include "class/page_parts.h"

#include <fmt/core.h>

#include "class/results.h"
#include "report/markup.h"
#include "report/page_files.h"

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
  const std::string en = report::escaped(text::sentence(text::Language::kEnglish, title));
  const std::string ko = report::escaped(text::sentence(text::Language::kKorean, title));
  const bool korean = opens_in == text::Language::kKorean;
  return {{"lang", korean ? "ko" : "en"},
          {"title", korean ? ko : en},
          {"title_en", en},
          {"title_ko", ko},
          {"css", std::string(report::overview_css().text)},
          {"css_hash", std::string(report::overview_css().hash)},
          {"js", std::string(report::overview_js().text)},
          {"js_hash", std::string(report::overview_js().hash)}};
}

std::string link_to(const HandIn& hand_in) {
  return fmt::format("<a href=\"units/{}/{}\">{}</a>", in_address(folder_name(hand_in.id)), kPageFile, report::escaped(hand_in.student));
}

}  // namespace lab::classes
