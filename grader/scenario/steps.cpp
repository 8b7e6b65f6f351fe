// Strings for steps.
#include "scenario/steps.h"

namespace lab::scenario {

std::string letters(std::size_t count) {
  std::string text;
  while (text.size() < count) text += static_cast<char>('a' + text.size() % 26);
  return text;
}

}  // namespace lab::scenario
