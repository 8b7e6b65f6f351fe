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
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      out += bytes[at++];
      continue;
    }
    // All other characters have two bytes, but Windows has made up characters for the single bytes 0x80 and 0xFF.
    wchar_t character = 0;
    if (bytes.size() - at < 2 || _mbtowc_l(&character, bytes.data() + at, 2, kKorean) != 2) return {};
    append_utf8(out, character);
    at += 2;
  }
  return out;
}

}  // namespace lab::text
