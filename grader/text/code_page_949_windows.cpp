// Decodes code page 949 with the C runtime's own locale.
#include <locale.h>
#include <stdlib.h>

#include "text/code_page_949.h"
#include "text/utf8.h"

namespace lab::text {

std::optional<std::string> decode_code_page_949(std::string_view bytes) {
  static const _locale_t kKorean = _create_locale(LC_CTYPE, ".949");
  if (!kKorean) return {};
  std::string out;
  for (std::size_t at = 0; at < bytes.size();) {
    if (bytes[at] == '\0') {
      out += '\0';
      ++at;
      continue;
    }
    wchar_t character = 0;
    const int length = _mbtowc_l(&character, bytes.data() + at, bytes.size() - at, kKorean);
    if (length <= 0) return {};
    append_utf8(out, character);
    at += static_cast<std::size_t>(length);
  }
  return out;
}

}  // namespace lab::text
