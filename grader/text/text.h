// Sentences for people, in Korean and English, from one catalogue.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace lab::text {

enum class Language { kEnglish, kKorean };

// "ko" or "en" -> the language. Throws std::invalid_argument for anything else.
Language parse_language(std::string_view name);

// The other way round, as pages name their language, too.
const char* code_of(Language language);

// The language of the system: LC_ALL, LC_MESSAGES, LANG on POSIX, the user's UI language on Windows. English if it says nothing.
Language system_language();

// The sentence `id` in `language`, its {named} placeholders filled from the object `args` (strings and numbers).
// A missing id or argument throws std::logic_error: the tests hold the catalogue against every use.
std::string sentence(Language language, std::string_view id, const nlohmann::json& args = nlohmann::json::object());

bool has_sentence(std::string_view id);

// A text that is given in both languages, filled as `sentence` fills those of the catalogue. A missing argument throws std::logic_error.
std::string filled(Language language, std::string_view en, std::string_view ko, const nlohmann::json& args);

// Korean particles that depend on the word before, written in the catalogue as 을/를, 은/는, 이/가, 과/와, 으로/로 after a placeholder,
// are settled by the last sound of the filled-in word.

// Student output as bytes -> UTF-8: UTF-8 (with or without BOM), UTF-16LE and code page 949 are recognised; what is none of them is
// replaced byte by byte. Control characters other than \n and \t become visible escapes when `harmless` is set.
std::string decode_output(std::string_view bytes, bool harmless = false);

}  // namespace lab::text
