// Classifies types by their names, because a log contains nothing else about them.
#include "report/compiler_types.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace lab::report {
namespace {

template <std::size_t kCount>
bool is_one_of(std::string_view name, const std::string_view (&all)[kCount]) {
  return std::find(std::begin(all), std::end(all), name) != std::end(all);
}

constexpr std::string_view kNarrowTexts[] = {"LPCSTR", "LPSTR", "PCSTR", "PSTR"};
constexpr std::string_view kWideTexts[] = {"LPCWSTR", "LPWSTR", "LPCTSTR", "LPTSTR", "PCWSTR", "PWSTR", "PCTSTR", "PTSTR"};
constexpr std::string_view kHandles[] = {"HANDLE", "HMODULE", "HINSTANCE", "void*", "void *"};
constexpr std::string_view kCharacters[] = {"char", "wchar_t", "TCHAR", "WCHAR", "CHAR"};
constexpr std::string_view kSpelledOut[] = {"LP", "HM", "HI", "HW", "HR", "LR"};  // "an el-pee-..."
constexpr std::string_view kPointers[] = {"PHANDLE", "PDWORD", "PVOID", "PLONG", "PBOOL"};

bool has_wide_characters(std::string_view type) {
  for (const std::string_view word : {"wchar_t", "WCHAR", "TCHAR"})
    if (type.find(word) != std::string_view::npos) return true;
  return false;
}

}  // namespace

TypeKind kind_of(const Quoted& type) {
  std::string_view name = type.name;
  if (name.starts_with("const ")) name.remove_prefix(6);
  const std::string_view meaning = type.aka.empty() ? name : std::string_view(type.aka);
  if (is_one_of(name, kHandles)) return TypeKind::kHandle;
  if (is_one_of(name, kNarrowTexts)) return TypeKind::kNarrowText;
  if (is_one_of(name, kWideTexts)) return TypeKind::kWideText;
  if (is_one_of(name, kCharacters)) return TypeKind::kCharacter;
  const bool points = meaning.ends_with('*') || meaning.ends_with(']') || name.starts_with("LP") || is_one_of(name, kPointers);
  if (!points) return TypeKind::kValue;
  if (has_wide_characters(meaning)) return TypeKind::kWideText;
  return meaning.find("char") != std::string_view::npos ? TypeKind::kNarrowText : TypeKind::kPointer;
}

std::optional<Conversion> conversion_in(const CompilerMessage& message) {
  const std::vector<Quoted>& quoted = message.quoted;
  if (quoted.size() < 2) return {};
  if (message.code == "C2664" || message.code == "C2440") return Conversion{quoted[quoted.size() - 2], quoted.back()};
  const bool gcc = message.text.starts_with("cannot convert ") || message.text.starts_with("invalid conversion from ");
  if (!gcc) return {};
  return Conversion{quoted[0], quoted[1]};
}

std::string pointed_to(const Quoted& type) {
  const std::string& name = type.name;
  for (const std::string_view before : {"LP", "P"}) {
    const bool is_word = name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") == std::string::npos;
    if (is_word && name.starts_with(before) && (before == "LP" || is_one_of(name, kPointers))) return name.substr(before.size());
  }
  std::string_view meaning = type.aka.empty() || name.ends_with('*') ? name : type.aka;
  if (!meaning.ends_with('*')) return "";
  meaning.remove_suffix(1);
  return std::string(meaning.substr(0, meaning.find_last_not_of(' ') + 1));
}

std::string with_article(const std::string& type) {
  const bool vowel = !type.empty() && std::string_view("aeiouAEIO").find(type[0]) != std::string_view::npos;
  const bool spelled =
      std::any_of(std::begin(kSpelledOut), std::end(kSpelledOut), [&](std::string_view one) { return type.starts_with(one); });
  return (vowel || spelled ? "an " : "a ") + type;
}

}  // namespace lab::report
