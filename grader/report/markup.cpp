// Text for a page.
#include "report/markup.h"

#include "text/text.h"

namespace lab::report {

using text::Language;
using text::sentence;

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text::decode_output(text, true)) switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  return result;
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
