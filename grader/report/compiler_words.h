// What a compiler's message means, for somebody who reads such messages for the first time: the mistakes that beginners make most often.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace lab::report {

// What the program's runs have shown, each with what is before it.
enum class Seen { kNothing, kFailure, kCrash };

struct Explained {
  std::string_view id;  // of the row in compiler_words.cpp
  std::string says;     // one sentence; it names the line
  std::string hint;     // what to try
  Seen only_after = Seen::kNothing;
};

// The first error of the log, or the number of arguments where an error in the same line says that it is wrong. Nothing where there is
// none, or none that is known here.
std::optional<Explained> explained_error(const std::string& log, text::Language language);

// Of the warnings those that name a mistake, in the order of the log, each sentence once. What may explain a crash comes first after one.
std::vector<Explained> telling_warnings(const std::string& log, text::Language language, Seen seen = Seen::kNothing);

}  // namespace lab::report
