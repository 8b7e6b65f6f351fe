// libarchive converts names to the thread's locale, and returns no name if that locale lacks the characters.
#pragma once

#include <memory>

namespace lab::classes {

// Sets the locale of this thread to UTF-8 and restores it in the destructor. utf8_locale_posix.cpp, utf8_locale_windows.cpp.
class Utf8Locale {
 public:
  Utf8Locale();
  ~Utf8Locale();
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace lab::classes
