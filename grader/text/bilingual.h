// A text in both languages, as a lab's files have it.
#pragma once

#include <string>

#include "text/text.h"

namespace lab::text {

struct Bilingual {
  std::string en, ko;

  const std::string& in(Language language) const { return language == Language::kKorean ? ko : en; }
};

}  // namespace lab::text
