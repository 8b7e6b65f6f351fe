// Windows: the UI language. std::locale("") cannot be used because it throws in MinGW's C++ runtime.
#include <windows.h>

#include "text/user_language.h"

namespace lab::text {

Language user_language() { return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_KOREAN ? Language::kKorean : Language::kEnglish; }

}  // namespace lab::text
