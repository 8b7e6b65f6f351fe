// libarchive gives names by the locale of the thread, and none for those that the locale cannot write.
#pragma once

#include <memory>

namespace lab::classes {

// UTF-8 for this thread, until it ends. utf8_locale_posix.cpp, utf8_locale_windows.cpp.
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
