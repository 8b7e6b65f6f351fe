// Text in both languages, as in a lab's files.
#pragma once

#include <string>

#include "text/text.h"

namespace lab::text {

struct Bilingual {
  std::string en, ko;

  const std::string& in(Language language) const { return language == Language::kKorean ? ko : en; }
};

}  // namespace lab::text
