// The kit's sentences, as tests look for them in the output. Each is spelled out only where it is defined, in the catalogue or in the row
// of its reason; tests refer to it by its id.
//
//   EXPECT_THAT(answer.out, Says("report_score", {{"score", 20}, {"max", 20}, {"passed", 15}, {"checks", 15}}));
//   EXPECT_THAT(answer.err, Says("folder_missing", {{"folder", "nowhere"}}, Language::kKorean));
#pragma once

#include <gmock/gmock.h>

#include <cctype>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "labs/labs.h"
#include "text/text.h"

namespace lab::tests {

using text::Language;

// The sentence with that id: a reason's, or one from the catalogue.
inline std::string said(const std::string& id, const nlohmann::json& args = nlohmann::json::object(),
                        Language language = Language::kEnglish) {
  if (const trace::Reason* reason = labs::reason(id)) return text::filled(language, reason->en, reason->ko, args);
  return text::sentence(language, id, args);
}

// The text with each run of blanks and line breaks replaced with one blank: reports wrap and indent sentences.
inline std::string unwrapped(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!blank) line += c;
    if (blank && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

// A placeholder for an argument of a sentence: it matches any text.
inline constexpr char kAnything[] = "<anything>";

// The parts of a sentence before, between and after kAnything.
inline std::vector<std::string> parts(const std::string& sentence) {
  std::vector<std::string> found;
  std::size_t begin = 0;
  for (std::size_t at; (at = sentence.find(kAnything, begin)) != std::string::npos; begin = at + std::string_view(kAnything).size())
    found.push_back(sentence.substr(begin, at - begin));
  found.push_back(sentence.substr(begin));
  return found;
}

// Whether the text contains the sentence, wherever its lines break: its parts around kAnything, in order.
inline bool says(std::string_view text, const std::string& sentence) {
  const std::string in = unwrapped(text);
  std::size_t at = 0;
  for (const std::string& part : parts(sentence)) {
    std::string sought = unwrapped(part);
    if (sought.ends_with(' ')) sought.pop_back();
    at = in.find(sought, at);
    if (at == std::string::npos) return false;
    at += sought.size();
  }
  return true;
}

MATCHER_P(SaysSentence, sentence, (negation ? "does not say: " : "says: ") + sentence) { return says(arg, sentence); }

inline auto Says(const std::string& id, const nlohmann::json& args = nlohmann::json::object(), Language language = Language::kEnglish) {
  return SaysSentence(said(id, args, language));
}

}  // namespace lab::tests
