// Decodes code page 949 with the system's iconv.
#include <iconv.h>

#include "text/code_page_949.h"

namespace lab::text {
namespace {

class Converter {
 public:
  Converter() : converter_(iconv_open("UTF-8", "CP949")) {}
  ~Converter() {
    if (is_open()) iconv_close(converter_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const { return converter_ != reinterpret_cast<iconv_t>(-1); }
  iconv_t get() const { return converter_; }

 private:
  iconv_t converter_;
};

}  // namespace

std::optional<std::string> decode_code_page_949(std::string_view bytes) {
  const Converter converter;
  if (!converter.is_open()) return {};
  std::string in(bytes);
  std::string out(bytes.size() * 3, '\0');  // two bytes become at most three; one byte stays one
  char* from = in.data();
  char* to = out.data();
  std::size_t from_left = in.size(), to_left = out.size();
  if (iconv(converter.get(), &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1)) return {};
  out.resize(out.size() - to_left);
  return out;
}

}  // namespace lab::text
