// The language of the user's desktop, where the environment does not say it.
#pragma once

#include "text/text.h"

namespace lab::text {

// English where the system keeps none, as on POSIX. user_language_posix.cpp, user_language_windows.cpp.
Language user_language();

}  // namespace lab::text
