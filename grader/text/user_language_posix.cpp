// POSIX: the environment has said all there is.
#include "text/user_language.h"

namespace lab::text {

Language user_language() { return Language::kEnglish; }

}  // namespace lab::text
