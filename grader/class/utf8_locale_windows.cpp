// On Windows, libarchive gets names from the system and ignores the locale.
#include "class/utf8_locale.h"

namespace lab::classes {

struct Utf8Locale::State {};

Utf8Locale::Utf8Locale() = default;
Utf8Locale::~Utf8Locale() = default;

}  // namespace lab::classes
