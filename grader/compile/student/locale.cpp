// std::locale with the names that Visual C++ knows, especially Korean ones. The linker redirects every use of these members to __wrap_...
// here (link_options): MinGW's own members know only "C", and its wcout never uses the locale for output.
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <cstring>
#include <cwchar>
#include <ext/stdio_sync_filebuf.h>
#include <ios>
#include <locale>
#include <new>
#include <stdexcept>
#include <streambuf>
#include <string>

namespace {

struct Named {
  std::string name;  // in the format of msvcrt's setlocale: "Korean_Korea.949"
  unsigned code_page = 0;
  std::string grouping;
  char point = '.', separator = ',';
};

bool is_one_of(const std::string& text, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (_stricmp(text.c_str(), name) == 0) return true;
  return false;
}

// The user's locale is assumed to be Korean: this is true for students' Windows, and Wine's locale says little about it.
std::string msvcrt_name(const char* name) {
  const std::string text = name;
  if (is_one_of(text, {"", "kor", "korean", "ko", "ko-KR", "ko_KR", "ko-KR.949", "ko_KR.949", ".949", ".ACP", ".OCP"}))
    return "Korean_Korea.949";
  return text;
}

Named named(const char* name) {
  Named found;
  const std::string wanted = msvcrt_name(name);
  const std::size_t dot = wanted.rfind('.');
  const bool utf8 = dot != std::string::npos && is_one_of(wanted.substr(dot), {".utf8", ".utf-8", ".65001"});
  const std::string before = std::setlocale(LC_ALL, nullptr);
  const char* set = std::setlocale(LC_ALL, utf8 ? "Korean_Korea.949" : wanted.c_str());
  if (!set) throw std::runtime_error("bad locale name");
  found.name = set;
  const std::size_t page = found.name.rfind('.');
  found.code_page = utf8 ? CP_UTF8 : page == std::string::npos ? CP_ACP : static_cast<unsigned>(std::atoi(found.name.c_str() + page + 1));
  const std::lconv* numbers = std::localeconv();
  if (numbers->decimal_point[0]) found.point = numbers->decimal_point[0];
  if (numbers->thousands_sep[0]) found.separator = numbers->thousands_sep[0];
  found.grouping = numbers->grouping;
  std::setlocale(LC_ALL, before.c_str());
  return found;
}

class CodePage : public std::codecvt<wchar_t, char, std::mbstate_t> {
 public:
  explicit CodePage(const Named& named) : name(named.name), code_page_(named.code_page) {}

  // Returns 0 if the code page does not have the character.
  int encode(const wchar_t* text, int length, char (&bytes)[8]) const {
    BOOL guessed = FALSE;
    const int size =
        WideCharToMultiByte(code_page_, 0, text, length, bytes, sizeof bytes, nullptr, code_page_ == CP_UTF8 ? nullptr : &guessed);
    return guessed ? 0 : size;
  }

  // Returns 0 if more bytes are needed, or if they are invalid in the code page.
  int decode(const char* bytes, int size, wchar_t (&text)[2]) const {
    return MultiByteToWideChar(code_page_, MB_ERR_INVALID_CHARS, bytes, size, text, 2);
  }

  const std::string name;

 protected:
  result do_out(state_type&, const wchar_t* from, const wchar_t* from_end, const wchar_t*& from_next, char* to, char* to_end,
                char*& to_next) const override {
    for (from_next = from, to_next = to; from_next != from_end;) {
      const bool pair = *from_next >= 0xD800 && *from_next < 0xDC00;
      const int length = pair ? 2 : 1;
      if (from_end - from_next < length) return partial;
      char bytes[8];
      const int size = encode(from_next, length, bytes);
      if (size == 0) return error;
      if (to_end - to_next < size) return partial;
      std::memcpy(to_next, bytes, static_cast<std::size_t>(size));
      to_next += size;
      from_next += length;
    }
    return ok;
  }

  result do_unshift(state_type&, char* to, char*, char*& to_next) const override {
    to_next = to;
    return noconv;
  }

  result do_in(state_type&, const char* from, const char* from_end, const char*& from_next, wchar_t* to, wchar_t* to_end,
               wchar_t*& to_next) const override {
    for (from_next = from, to_next = to; from_next != from_end && to_next != to_end;) {
      wchar_t text[2];
      int size = 1, length = 0;
      while (size <= from_end - from_next && size <= do_max_length() && (length = decode(from_next, size, text)) == 0) ++size;
      if (length == 0) return size > do_max_length() ? error : partial;
      if (to_end - to_next < length) return partial;
      to_next = std::wmemcpy(to_next, text, static_cast<std::size_t>(length)) + length;
      from_next += size;
    }
    return from_next == from_end ? ok : partial;
  }

  int do_length(state_type& state, const char* from, const char* end, std::size_t most) const override {
    wchar_t character;
    const char* next = from;
    for (wchar_t* to_next;
         most > 0 && do_in(state, next, end, next, &character, &character + 1, to_next) != error && to_next != &character;)
      --most;
    return static_cast<int>(next - from);
  }

  int do_encoding() const noexcept override { return 0; }
  bool do_always_noconv() const noexcept override { return false; }
  int do_max_length() const noexcept override { return code_page_ == CP_UTF8 ? 4 : 2; }

 private:
  const unsigned code_page_;
};

template <typename Char>
class Numbers : public std::numpunct<Char> {
 public:
  explicit Numbers(const Named& named) : named_(named) {}

 protected:
  Char do_decimal_point() const override { return static_cast<Char>(named_.point); }
  Char do_thousands_sep() const override { return static_cast<Char>(named_.separator); }
  std::string do_grouping() const override { return named_.grouping; }

 private:
  const Named named_;
};

const CodePage* code_page_of(const std::locale& locale) {
  return dynamic_cast<const CodePage*>(&std::use_facet<std::codecvt<wchar_t, char, std::mbstate_t>>(locale));
}

// wcout, wcin, wcerr or wclog after a call of imbue: writes to and reads from the C runtime's stream in the locale's code page.
class Console : public std::wstreambuf {
 public:
  Console(std::FILE* file, const std::locale& locale) : file_(file) { pubimbue(locale); }

 protected:
  void imbue(const std::locale& locale) override {
    locale_ = locale;
    page_ = code_page_of(locale_);
  }

  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return std::fflush(file_) == 0 ? traits_type::not_eof(c) : traits_type::eof();
    const wchar_t character = traits_type::to_char_type(c);
    if (!page_) return std::fputwc(character, file_);
    if (character >= 0xD800 && character < 0xDC00) {
      high_ = character;
      return c;
    }
    const wchar_t text[2]{high_ ? high_ : character, character};
    char bytes[8];
    const int size = page_->encode(text, high_ ? 2 : 1, bytes);
    high_ = 0;
    return size > 0 && std::fwrite(bytes, static_cast<std::size_t>(size), 1, file_) == 1 ? c : traits_type::eof();
  }

  int sync() override { return std::fflush(file_); }

  int_type underflow() override {
    if (!page_) return read(std::fgetwc(file_));
    char bytes[4];
    wchar_t text[2];
    for (int size = 0; size < 4;) {
      const int byte = std::getc(file_);
      if (byte == EOF) return traits_type::eof();
      bytes[size++] = static_cast<char>(byte);
      if (page_->decode(bytes, size, text) == 1) return read(text[0]);
    }
    return traits_type::eof();
  }

 private:
  int_type read(int_type c) {
    if (traits_type::eq_int_type(c, traits_type::eof())) return c;
    room_ = traits_type::to_char_type(c);
    setg(&room_, &room_, &room_ + 1);
    return c;
  }

  std::FILE* const file_;
  std::locale locale_;
  const CodePage* page_ = nullptr;
  wchar_t high_ = 0, room_ = 0;
};

bool is_classic(const char* name) { return name && (std::strcmp(name, "C") == 0 || std::strcmp(name, "POSIX") == 0); }

std::locale with(const std::locale& base, const char* name, std::locale::category categories) {
  const Named found = named(name);
  std::locale locale = base;
  if (categories & std::locale::ctype) locale = std::locale(locale, new CodePage(found));
  if (categories & std::locale::numeric) locale = std::locale(std::locale(locale, new Numbers<char>(found)), new Numbers<wchar_t>(found));
  return locale;
}

}  // namespace

extern "C" {

void __real__ZNSt6localeC1EPKc(std::locale*, const char*);
void __real__ZNSt6localeC1ERKS_PKci(std::locale*, const std::locale&, const char*, int);
std::locale __real__ZNSt6locale6globalERKS_(const std::locale&);
std::locale __real__ZNSt9basic_iosIwSt11char_traitsIwEE5imbueERKSt6locale(std::wios*, const std::locale&);

void __wrap__ZNSt6localeC1EPKc(std::locale* self, const char* name) {
  if (!name || is_classic(name)) return __real__ZNSt6localeC1EPKc(self, name);
  new (self) std::locale(with(std::locale::classic(), name, std::locale::all));
}
void __wrap__ZNSt6localeC2EPKc(std::locale* self, const char* name) { __wrap__ZNSt6localeC1EPKc(self, name); }

void __wrap__ZNSt6localeC1ERKS_PKci(std::locale* self, const std::locale& base, const char* name, int categories) {
  if (!name || is_classic(name)) return __real__ZNSt6localeC1ERKS_PKci(self, base, name, categories);
  new (self) std::locale(with(base, name, categories));
}
void __wrap__ZNSt6localeC2ERKS_PKci(std::locale* self, const std::locale& base, const char* name, int categories) {
  __wrap__ZNSt6localeC1ERKS_PKci(self, base, name, categories);
}

// The C runtime's locale follows a named global locale; stdio uses it, and so does a wcout without its own locale.
std::locale __wrap__ZNSt6locale6globalERKS_(const std::locale& locale) {
  if (const CodePage* page = code_page_of(locale)) std::setlocale(LC_ALL, page->name.c_str());
  return __real__ZNSt6locale6globalERKS_(locale);
}

std::locale __wrap__ZNSt9basic_iosIwSt11char_traitsIwEE5imbueERKSt6locale(std::wios* stream, const std::locale& locale) {
  auto* console = dynamic_cast<__gnu_cxx::stdio_sync_filebuf<wchar_t>*>(stream->rdbuf());
  if (console && code_page_of(locale)) {
    const std::ios_base::iostate state = stream->rdstate();
    stream->rdbuf(new Console(console->file(), locale));
    stream->clear(state);
  }
  return __real__ZNSt9basic_iosIwSt11char_traitsIwEE5imbueERKSt6locale(stream, locale);
}
}
