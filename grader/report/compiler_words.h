// Explains a compiler's messages to somebody who sees them for the first time: the mistakes that beginners make most often.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace lab::report {

// What the program's runs have shown. Each value includes the ones before it.
enum class Seen { kNothing, kFailure, kCrash };

struct Explained {
  std::string_view id;  // of the row in compiler_words.cpp
  std::string says;     // one sentence; it names the line
  std::string hint;     // what to try
  Seen only_after = Seen::kNothing;
};

// Explains the first error of the log, or a wrong number of arguments if an error on the same line reports that. Empty if there is no
// error, or none that is known here.
std::optional<Explained> explained_error(const std::string& log, text::Language language);

// Explains the warnings that point to a mistake, in the order of the log, without repeated sentences. After a crash, those that may explain
// it come first.
std::vector<Explained> telling_warnings(const std::string& log, text::Language language, Seen seen = Seen::kNothing);

}  // namespace lab::report
