// Escapes text for a page.
#include "report/markup.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "text/text.h"

namespace lab::report {

using text::Language;
using text::sentence;

namespace {

struct Entity {
  char character;
  std::string_view text;
};

constexpr Entity kEntities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}};

// `more`: entities in addition to those that every kind of markup has.
std::string escaped_with(std::span<const Entity> more, std::string_view text) {
  std::string result;
  for (const char c : text::decode_output(text, true)) {
    const auto of_c = [c](const Entity& entity) { return entity.character == c; };
    if (const auto own = std::find_if(more.begin(), more.end(), of_c); own != more.end())
      result += own->text;
    else if (const auto every = std::find_if(std::begin(kEntities), std::end(kEntities), of_c); every != std::end(kEntities))
      result += every->text;
    else
      result += c;
  }
  return result;
}

std::string in_elements(const std::string& en, const std::string& ko, std::string_view tag) {
  if (en == ko) return en;
  const std::string name(tag);
  return "<" + name + " lang=\"en\">" + en + "</" + name + "><" + name + " lang=\"ko\">" + ko + "</" + name + ">";
}

// Text in quotes is what a program received or printed, or what a file contains, so it is shown unchanged.
std::string escaped_with_code(std::string_view text) {
  std::string out;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t close = text[at] == '`' && !quoted ? text.find_first_of("`\"", at + 1) : std::string_view::npos;
    if (close != std::string_view::npos && text[close] == '`') {
      out += "<code>" + escaped(text.substr(at + 1, close - at - 1)) + "</code>";
      at = close + 1;
      continue;
    }
    const std::size_t next = std::min(text.find_first_of("`\"", at + 1), text.size());
    if (text[at] == '"') quoted = !quoted;
    out += escaped(text.substr(at, next - at));
    at = next;
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view text) {
  static constexpr Entity kApostrophe[] = {{'\'', "&#39;"}};
  return escaped_with(kApostrophe, text);
}

std::string escaped_attribute(std::string_view text) {
  static constexpr Entity kBlanks[] = {{'\n', "&#10;"}, {'\t', "&#9;"}};
  return escaped_with(kBlanks, text);
}

std::string both(std::string_view en, std::string_view ko, std::string_view tag) { return in_elements(escaped(en), escaped(ko), tag); }

std::string both_with_code(std::string_view en, std::string_view ko) {
  return in_elements(escaped_with_code(en), escaped_with_code(ko), "span");
}

std::string both_say(std::string_view id, const nlohmann::json& args) {
  return both(sentence(Language::kEnglish, id, args), sentence(Language::kKorean, id, args));
}

}  // namespace lab::report
