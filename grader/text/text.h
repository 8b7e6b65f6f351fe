// Sentences for users in Korean and English, from one catalogue.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace lab::text {

enum class Language { kEnglish, kKorean };

// Converts "ko" or "en" to the language. Throws std::invalid_argument for anything else.
Language parse_language(std::string_view name);

// Converts a language to "ko" or "en", as in a page's lang attributes.
const char* code_of(Language language);

// The language of the system: from LC_ALL, LC_MESSAGES or LANG on POSIX, the user's UI language on Windows. English if none is set.
Language system_language();

// The sentence `id` in `language`, with its {named} placeholders filled from the object `args` (strings and numbers). Throws
// std::logic_error if the id or an argument is missing; the tests check every use against the catalogue.
std::string sentence(Language language, std::string_view id, const nlohmann::json& args = nlohmann::json::object());

bool has_sentence(std::string_view id);

// The same for text that is passed in both languages instead of coming from the catalogue. Throws std::logic_error if an argument is
// missing.
std::string filled(Language language, std::string_view en, std::string_view ko, const nlohmann::json& args);

// A list of names, joined as in a sentence: "Lee, \"Kim, Hana\", ...". Puts a name that contains a comma in quotation marks, and leaves out
// all but the first `most` names.
std::string listed(const std::vector<std::string>& names, std::size_t most = std::string::npos);
std::string listed_name(const std::string& name);  // a single name of such a list

// A time in microseconds as reports show it, in milliseconds: "5.2".
std::string in_milliseconds(std::int64_t us);

// In `sentence` and `filled`, Korean particles that depend on the preceding word are written as pairs (을/를, 은/는, 이/가, 과/와, 으로/로)
// after a placeholder; the last sound of the inserted word decides which one is used.

// Converts a student program's output to UTF-8. Recognizes UTF-8 (with or without BOM), UTF-16LE and code page 949; replaces all other
// bytes one by one. If `harmless` is set, control characters other than \n and \t become visible escapes.
std::string decode_output(std::string_view bytes, bool harmless = false);

}  // namespace lab::text
