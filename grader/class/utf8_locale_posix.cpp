// Sets the locale of only this thread.
#include <locale.h>

#include "class/utf8_locale.h"

namespace lab::classes {

struct Utf8Locale::State {
  locale_t own, before;
};

Utf8Locale::Utf8Locale() {
  const locale_t own = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  if (own) state_ = std::make_unique<State>(State{own, uselocale(own)});
}

Utf8Locale::~Utf8Locale() {
  if (!state_) return;
  uselocale(state_->before);
  freelocale(state_->own);
}

}  // namespace lab::classes
