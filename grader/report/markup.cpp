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

}  // namespace

std::string escaped(std::string_view text) {
  static constexpr Entity kApostrophe[] = {{'\'', "&#39;"}};
  return escaped_with(kApostrophe, text);
}

std::string escaped_attribute(std::string_view text) {
  static constexpr Entity kBlanks[] = {{'\n', "&#10;"}, {'\t', "&#9;"}};
  return escaped_with(kBlanks, text);
}

std::string both(std::string_view en, std::string_view ko, std::string_view tag) {
  if (en == ko) return escaped(en);
  const std::string name(tag);
  return "<" + name + " lang=\"en\">" + escaped(en) + "</" + name + "><" + name + " lang=\"ko\">" + escaped(ko) + "</" + name + ">";
}

std::string both_say(std::string_view id, const nlohmann::json& args) {
  return both(sentence(Language::kEnglish, id, args), sentence(Language::kKorean, id, args));
}

}  // namespace lab::report
