// Looks up sentences, fills them in and chooses their particles; finds out the user's language.
#include "text/text.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "text/catalogue.h"
#include "text/codes.h"
#include "text/particles.h"
#include "text/problem.h"
#include "text/user_language.h"
#include "text/utf8.h"

namespace lab::text {
namespace {

// The maximum length of an argument in bytes, because text from students' programs ends up in sentences.
constexpr std::size_t kLongestArgument = 2000;

const Sentence* find(std::string_view id) {
  for (const auto subject : catalogue())
    for (const Sentence& sentence : subject)
      if (sentence.id == id) return &sentence;
  return nullptr;
}

std::string shortened(const std::string& text) {
  if (text.size() <= kLongestArgument) return text;
  std::size_t end = kLongestArgument;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

std::string plain(const nlohmann::json& value) {
  if (value.is_string()) return shortened(decode_output(value.get_ref<const std::string&>(), true));
  if (value.is_number_float()) {
    std::string number = fmt::format("{:.1f}", value.get<double>());
    if (number.size() > 2 && number.ends_with(".0")) number.resize(number.size() - 2);
    return number;
  }
  return shortened(value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

// Exit codes and errors are 32-bit values that may arrive as signed numbers.
bool as_code(const nlohmann::json& value, std::uint32_t& code) {
  if (!value.is_number_integer()) return false;
  code = static_cast<std::uint32_t>(value.is_number_unsigned() ? value.get<std::uint64_t>()
                                                               : static_cast<std::uint64_t>(value.get<std::int64_t>()));
  return true;
}

std::string worded(Language language, const nlohmann::json& value, std::string_view how) {
  std::uint32_t code = 0;
  if (how == "code" && as_code(value, code)) return exit_code_name(language, code);
  if (how == "error" && as_code(value, code)) return error_name(language, code);
  const std::string text = plain(value);
  if (how == "handle" && text == "process") return language == Language::kKorean ? "프로세스 핸들" : "process handle";
  if (how == "handle" && text == "thread") return language == Language::kKorean ? "스레드 핸들" : "thread handle";
  if (how == "s") return language == Language::kKorean || text == "1" ? "" : "s";
  if (how == "after") return text.empty() ? "" : " " + text;
  return text;
}

// "6 (ERROR_INVALID_HANDLE)" after an open bracket: "6, ERROR_INVALID_HANDLE".
std::string without_inner_brackets(const std::string& named, std::string_view before) {
  const std::size_t open = named.find('(');
  if (open == std::string::npos || std::count(before.begin(), before.end(), '(') <= std::count(before.begin(), before.end(), ')'))
    return named;
  const std::size_t end = named.find_last_not_of(' ', open - 1) + 1;
  return named.substr(0, end) + ", " + named.substr(open + 1, named.size() - open - 2);
}

}  // namespace

Language parse_language(std::string_view name) {
  if (name == "ko") return Language::kKorean;
  if (name == "en") return Language::kEnglish;
  const nlohmann::json args = {{"name", std::string(name)}};
  throw std::invalid_argument(sentence(Language::kEnglish, "unknown_language", args) + " " +
                              sentence(Language::kKorean, "unknown_language", args));
}

std::string in_milliseconds(std::int64_t us) { return fmt::format("{:.1f}", static_cast<double>(us) / 1000); }

const char* code_of(Language language) { return language == Language::kKorean ? "ko" : "en"; }

Language system_language() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value && *value) return std::string_view(value).starts_with("ko") ? Language::kKorean : Language::kEnglish;
  }
  return user_language();
}

bool has_sentence(std::string_view id) { return find(id) != nullptr; }

const Sentence& sentence_of(std::string_view id) {
  if (const Sentence* found = find(id)) return *found;
  throw std::logic_error(fmt::format("the catalogue has no sentence \"{}\"", id));
}

std::string sentence(Language language, std::string_view id, const nlohmann::json& args) {
  const Sentence& found = sentence_of(id);
  return filled(language, found.en, found.ko, args);
}

std::string filled(Language language, std::string_view en, std::string_view ko, const nlohmann::json& args) {
  const std::string_view pattern = language == Language::kKorean ? ko : en;
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    if (language == Language::kKorean) {
      if (const std::size_t pair = settle_particle(text, pattern.substr(at))) {
        at += pair;
        continue;
      }
    }
    if (pattern[at] != '{') {
      text += pattern[at++];
      continue;
    }
    const std::size_t close = pattern.find('}', at);
    const std::string_view inside = pattern.substr(at + 1, close - at - 1);
    const std::size_t colon = inside.find(':');
    const std::string name(inside.substr(0, colon));
    const auto value = args.find(name);
    if (value == args.end()) throw std::logic_error(fmt::format("the sentence \"{}\" needs {{{}}}", en, name));
    const std::string_view how = colon == std::string_view::npos ? std::string_view() : inside.substr(colon + 1);
    const std::string words = worded(language, *value, how);
    text += how == "error" || how == "code" ? without_inner_brackets(words, pattern.substr(0, at)) : words;
    at = close + 1;
  }
  return text;
}

std::string listed_name(const std::string& name) { return name.find(',') == std::string::npos ? name : '"' + name + '"'; }

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) all += (i == 0 ? "" : ", ") + listed_name(names[i]);
  return names.size() > most ? all + ", ..." : all;
}

}  // namespace lab::text
