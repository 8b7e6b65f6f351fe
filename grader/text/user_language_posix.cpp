// POSIX: there is no setting other than the environment variables.
#include "text/user_language.h"

namespace lab::text {

Language user_language() { return Language::kEnglish; }

}  // namespace lab::text
