// The language of the user's desktop, for systems whose environment variables do not contain it.
#pragma once

#include "text/text.h"

namespace lab::text {

// English if the system has no such setting, as on POSIX. See user_language_posix.cpp and user_language_windows.cpp.
Language user_language();

}  // namespace lab::text
