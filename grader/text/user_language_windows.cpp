// Windows: the UI language. std::locale("") is no way to ask for it: MinGW's C++ runtime throws.
#include <windows.h>

#include "text/user_language.h"

namespace lab::text {

Language user_language() { return PRIMARYLANGID(GetUserDefaultUILanguage()) == LANG_KOREAN ? Language::kKorean : Language::kEnglish; }

}  // namespace lab::text
