// cl.exe for tests under Wine: accepts only the options that the grader passes to Visual Studio's compiler, and compiles with MinGW.
//
// Like the real cl in Korean, it prints the name of the source file first, writes its messages in code page 949, lists the files it reads
// (/showIncludes), and leaves a process behind that runs in its current directory and keeps its output open. Unlike the real one, it
// accepts GCC's dialect of C++.
//
// A Windows program cannot wait for a Linux program, so a script runs MinGW's programs and writes the exit status into a file, which
// appears when everything is finished. Paths must be on drive Z:.
#include <windows.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

constexpr DWORD kLingerMs = 5000, kLimitMs = 60000, kPollMs = 10;
constexpr wchar_t kLinger[] = L"/linger";

const std::vector<std::wstring> kIgnored{L"/nologo", L"/EHsc", L"/W4", L"/wd4100", L"/Od", L"/MT", L"/RTC1", L"/showIncludes", L"/c"};

std::string narrow(const std::wstring& text, UINT code_page) {
  std::string out(text.size() * 4, '\0');
  const int size = WideCharToMultiByte(code_page, 0, text.data(), static_cast<int>(text.size()), out.data(), static_cast<int>(out.size()),
                                       nullptr, nullptr);
  out.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
  return out;
}

std::wstring wide(const std::string& utf8) {
  std::wstring out(utf8.size(), L'\0');
  out.resize(static_cast<std::size_t>(
      MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), out.data(), static_cast<int>(out.size()))));
  return out;
}

// Writes to stdout, where cl writes all of its messages.
void say(const std::wstring& line) {
  const std::string bytes = narrow(line + L"\r\n", 949);
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
}

[[noreturn]] void refuse(const std::wstring& message) {
  say(L"cl : Command line error D8016 : " + message);
  std::fflush(stdout);
  std::exit(2);
}

std::wstring replaced(std::wstring text, wchar_t what, wchar_t by) {
  for (wchar_t& c : text)
    if (c == what) c = by;
  return text;
}

// The path of a Linux program as Windows programs know it.
std::wstring on_z(const std::wstring& path) { return L"Z:" + replaced(path, L'/', L'\\'); }

// The path as a shell word: Z:\a\b becomes /a/b.
std::string unix_word(std::wstring path) {
  if (path.size() > 2 && path[1] == L':') {
    if (path[0] != L'Z' && path[0] != L'z') refuse(path);
    path.erase(0, 2);
  }
  std::string word = "'";
  for (const char c : narrow(replaced(path, L'\\', L'/'), CP_UTF8)) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

struct Asked {
  std::string options;  // MinGW's
  std::wstring source, made;
  std::string objects;
};

Asked asked(int count, wchar_t** arguments) {
  Asked asked;
  for (int i = 1; i < count; ++i) {
    const std::wstring word = arguments[i];
    bool ignored = false;
    for (const std::wstring& one : kIgnored) ignored = ignored || one == word;
    if (ignored) continue;
    if (word == L"/Z7") {
      asked.options += " -g1 -gdwarf-4";  // the format that Wine's DbgHelp reads
    } else if (word == L"/link") {
      break;  // options for the linker, which MinGW's does not need
    } else if (word.rfind(L"/D", 0) == 0) {
      asked.options += " -D" + narrow(word.substr(2), CP_UTF8);
    } else if (word.rfind(L"/std:", 0) == 0) {
      asked.options += " -std=gnu++" + std::string(word == L"/std:c++latest" ? "23" : narrow(word.substr(8), CP_UTF8));
    } else if (word == L"/utf-8") {
      asked.options += " -finput-charset=UTF-8";
    } else if (word == L"/source-charset:.949") {
      asked.options += " -finput-charset=CP949";
    } else if (word == L"/execution-charset:.949") {
      asked.options += " -fexec-charset=CP949";
    } else if (word == L"/I" && i + 1 < count) {
      asked.options += " -I " + unix_word(arguments[++i]);
    } else if (word.rfind(L"/Fo:", 0) == 0 || word.rfind(L"/Fe:", 0) == 0) {
      asked.made = word.substr(4);
    } else if (word[0] == L'/') {
      refuse(word);
    } else if (word.ends_with(L".cpp") || word.ends_with(L".c")) {
      asked.source = word;
    } else if (word.ends_with(L".lib")) {
      asked.objects += " -l" + narrow(word.substr(0, word.size() - 4), CP_UTF8);
    } else {
      asked.objects += " " + unix_word(word);
    }
  }
  if (asked.made.empty()) refuse(L"/Fo:, /Fe:");
  return asked;
}

std::string text_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

// Runs shell commands in the current directory, with their output in cl.out. Returns their exit status.
int run(const std::string& commands) {
  write("cl.sh", "PATH=/usr/bin:/bin LC_ALL=C.UTF-8; export PATH LC_ALL\n{ " + commands +
                     "; } >cl.out 2>&1\necho $? >cl.status.new\nmv cl.status.new cl.status\n");
  DeleteFileW(L"cl.status");
  wchar_t command[] = L"Z:\\bin\\sh cl.sh";
  STARTUPINFOW startup = {};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION process = {};
  if (!CreateProcessW(L"Z:\\bin\\sh", command, nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup, &process)) refuse(L"Z:\\bin\\sh");
  for (DWORD waited = 0; GetFileAttributesW(L"cl.status") == INVALID_FILE_ATTRIBUTES; waited += kPollMs) {
    if (waited > kLimitMs) refuse(L"MinGW");
    Sleep(kPollMs);
  }
  return std::atoi(text_of("cl.status").c_str());
}

// "a.cpp(3): " for "a.cpp:3:5: error: ...".
std::wstring place_of(const std::string& line) {
  const std::size_t colon = line.find(':');
  const std::wstring file = wide(line.substr(0, colon));
  return (file[0] == L'/' ? on_z(file) : file) + L"(" + std::to_wstring(std::atoi(line.c_str() + colon + 1)) + L"): ";
}

// Prints GCC's "a.cpp:3:5: error: ..." and -H's "../usr/include/stdio.h" in cl's format.
void translate(const std::string& output) {
  for (std::size_t at = 0; at < output.size();) {
    const std::size_t end = std::min(output.find('\n', at), output.size());
    const std::string line = output.substr(at, end - at);
    at = end + 1;
    const std::size_t dots = line.find_first_not_of('.'), error = line.find(": error: "), fatal = line.find(": fatal error: ");
    const std::size_t unused = line.find(": warning: unused variable ");
    if (dots > 0 && dots < line.size() && line[dots] == ' ') {
      const std::wstring file = wide(line.substr(dots + 1));
      if (file[0] == L'/') say(L"참고: 포함 파일: " + std::wstring(dots, L' ') + on_z(file));
    } else if (unused != line.npos) {
      say(place_of(line) + L"warning C4101: " + wide(line.substr(unused + 27)) + L": 참조되지 않은 지역 변수입니다.");
    } else if (error != line.npos || fatal != line.npos) {
      const bool missing = fatal != line.npos;
      say(place_of(line) + (missing ? L"fatal error C1083: 포함 파일을 열 수 없습니다. " : L"error C2065: 선언되지 않은 식별자입니다. ") +
          wide(line.substr(missing ? fatal + 15 : error + 9)));
    } else if (line.find("undefined reference to") != line.npos) {
      const std::wstring name = wide(line.substr(line.find("undefined reference to") + 23));
      const bool is_main = name.find(L"WinMain") != name.npos;
      say(L"error LNK2019: " +
          (is_main ? L"\"int __cdecl invoke_main(void)\" (?invoke_main@@YAHXZ) 함수에서 참조되는 확인할 수 없는 외부 기호 main"
                   : L"확인할 수 없는 외부 기호 " + name));
    }
  }
}

// Acts like Visual Studio's telemetry, which outlives the compiler by some seconds.
void leave_one_behind() {
  wchar_t self[MAX_PATH];
  GetModuleFileNameW(nullptr, self, MAX_PATH);
  std::wstring command = L"cl.exe " + std::wstring(kLinger);
  STARTUPINFOW startup = {};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION process = {};
  if (!CreateProcessW(self, command.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &startup, &process)) refuse(self);
  CloseHandle(process.hThread);
  CloseHandle(process.hProcess);
}

}  // namespace

int wmain(int count, wchar_t** arguments) {
  if (count == 2 && arguments[1] == std::wstring(kLinger)) {
    Sleep(kLingerMs);
    return 0;
  }
  const Asked asked_for = asked(count, arguments);
  const std::string made = unix_word(asked_for.made), compiler = "x86_64-w64-mingw32-g++-posix";
  int status = 0;
  if (!asked_for.source.empty()) {
    say(asked_for.source);
    status = run(compiler + " -c -H -Wno-main -Wunused-variable" + asked_for.options + " " + unix_word(asked_for.source) + " -o " + made);
  } else {
    const std::string link = compiler + " -static -o " + made + asked_for.objects;
    status = run(link + " -municode 2>/dev/null || " + link);  // with wmain, or with main
  }
  translate(text_of("cl.out"));
  leave_one_behind();
  return status == 0 ? 0 : 2;
}
