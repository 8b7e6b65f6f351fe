// Searches a source for Visual C++ constructs, and the compiler's messages for Visual C++ headers that were not found.
#include "compile/visual_cpp.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace lab::compile {
namespace {

using Words = std::vector<std::string_view>;

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// The tokens of source code, without comments. A literal becomes one token, its quotation mark.
Words words_of(std::string_view text) {
  Words words;
  const auto take = [&](std::size_t size) {
    const std::string_view taken = text.substr(0, size);
    text.remove_prefix(taken.size());
    return taken;
  };
  while (!text.empty()) {
    const char c = text.front();
    if (text.starts_with("//")) {
      take(text.find('\n'));
    } else if (text.starts_with("/*")) {
      const std::size_t end = text.find("*/", 2);
      take(end == text.npos ? end : end + 2);
    } else if (c == '"' || c == '\'') {
      std::size_t end = 1;
      while (end < text.size() && text[end] != c && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
      words.push_back(take(end + 1).substr(0, 1));
    } else if (is_letter(c)) {
      const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
      words.push_back(take(static_cast<std::size_t>(end - text.begin())));
    } else if (std::isspace(static_cast<unsigned char>(c))) {
      take(1);
    } else {
      words.push_back(take(1));
    }
  }
  return words;
}

// Suffixes such as in 1i64; in C++, student/visual_cpp.h supports them.
bool has_suffix_of_visual_cpp(std::string_view number) {
  if (!std::isdigit(static_cast<unsigned char>(number.front()))) return false;
  const std::string small = lower(std::string(number));
  for (const char* suffix : {"i8", "i16", "i32", "i64"})
    if (small.ends_with(suffix)) return true;
  return false;
}

// The construct that begins at words[i]; empty if there is none.
std::string construct_at(const Words& words, std::size_t i, bool in_c) {
  static constexpr std::array<std::string_view, 4> kTry{"__try", "__except", "__finally", "__leave"};
  static constexpr std::array<std::string_view, 7> kAlone{"__super",  "__interface",   "__event",      "__hook",
                                                          "__unhook", "__FUNCTIONW__", "L__FUNCTION__"};
  const auto word = [&](std::size_t at) { return i + at < words.size() ? words[i + at] : std::string_view(" "); };
  const std::string_view first = word(0);
  if (is_one_of(first, kTry)) return "__try";
  if (is_one_of(first, kAlone)) return std::string(first);
  if (first == "#" && word(1) == "import") return "#import";
  if (first == "import" && (is_letter(word(1)[0]) || word(1) == "<")) return "import";
  if (first == "gcnew" || (first == "^" && word(1) == ">")) return "C++/CLI";
  if (first == "using" && word(1) == "namespace" && word(2) == "System") return "C++/CLI";
  if ((first == "__asm" || first == "_asm") && (word(1) == "{" || (is_letter(word(1)[0]) && word(1) != "volatile"))) return "__asm";
  if (first == "__declspec" && (word(2) == "property" || word(2) == "thread")) return "__declspec(" + std::string(word(2)) + ")";
  return in_c && has_suffix_of_visual_cpp(first) ? std::string(first) : "";
}

std::string construct_in(const std::string& bytes, bool in_c) {
  const Words words = words_of(bytes);
  std::string found;
  for (std::size_t i = 0; i < words.size() && found.empty(); ++i) found = construct_at(words, i, in_c);
  return found;
}

// Headers of Visual C++'s own libraries and its runtime, and the newest standard headers.
bool is_header_of_visual_cpp(const std::string& name) {
  static constexpr std::array<std::string_view, 18> kNames{"agents.h", "amp.h",      "concrt.h", "cstringt.h", "flat_map",   "flat_set",
                                                           "format",   "generator",  "hash_map", "hash_set",   "mdspan",     "pplawait.h",
                                                           "ppl.h",    "ppltasks.h", "print",    "safeint.h",  "stacktrace", "vcclr.h"};
  for (const char* folder : {"cliext/", "msclr/", "winrt/", "wrl/"})
    if (name.starts_with(folder)) return true;
  return ((name.starts_with("afx") || name.starts_with("atl")) && name.ends_with(".h")) || is_one_of(name, kNames);
}

std::string header_not_found(std::string_view messages) {
  const std::string_view before = "fatal error: ", after = ": No such file";
  const std::size_t end = messages.find(after);
  const std::size_t start = end == messages.npos ? end : messages.rfind(before, end);
  if (start == messages.npos) return {};
  const std::string_view name = messages.substr(start + before.size(), end - start - before.size());
  return lower(std::string(name));
}

}  // namespace

std::string only_in_visual_cpp(const Source& source, std::string_view messages) {
  if (const std::string header = header_not_found(messages); is_header_of_visual_cpp(header)) return "<" + header + ">";
  std::string found = construct_in(source.bytes, source.in_c);
  for (const Header& header : source.headers)
    if (found.empty()) found = construct_in(header.bytes, source.in_c);
  return found;
}

}  // namespace lab::compile
