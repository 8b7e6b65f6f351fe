// libarchive asks Windows for names, and not the locale.
#include "class/utf8_locale.h"

namespace lab::classes {

struct Utf8Locale::State {};

Utf8Locale::Utf8Locale() = default;
Utf8Locale::~Utf8Locale() = default;

}  // namespace lab::classes
