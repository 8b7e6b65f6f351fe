// The fixed list of libraries, and the pragma that names one.
#include "compile/libraries.h"

#include <algorithm>
#include <set>

#include "compile/source.h"

namespace lab::compile {
namespace {

// Libraries that both Visual C++ and MinGW have. Visual Studio links those in the first two lines into every project.
const std::set<std::string> kLibraries{
    "kernel32", "user32",   "gdi32",    "winspool", "comdlg32", "advapi32", "shell32",         "ole32",   "oleaut32", "uuid",
    "odbc32",   "odbccp32",  // the following libraries are linked only on request
    "avrt",     "bcrypt",   "cfgmgr32", "comctl32", "credui",   "crypt32",  "dbghelp",         "dnsapi",  "dwmapi",   "fltlib",
    "imm32",    "iphlpapi", "mincore",  "mpr",      "mswsock",  "ncrypt",   "netapi32",        "ntdll",   "pdh",      "powrprof",
    "propsys",  "psapi",    "rpcrt4",   "secur32",  "setupapi", "shlwapi",  "synchronization", "urlmon",  "userenv",  "uxtheme",
    "version",  "winhttp",  "wininet",  "winmm",    "wintrust", "ws2_32",   "wsock32",         "wtsapi32"};

}  // namespace

std::vector<std::string> libraries_of_windows(const std::vector<std::string>& names) {
  std::vector<std::string> found;
  for (const std::string& each : names) {
    std::string name = lower(each);
    if (name.ends_with(".lib")) name.resize(name.size() - 4);
    if (kLibraries.contains(name) && std::find(found.begin(), found.end(), name) == found.end()) found.push_back(name);
  }
  return found;
}

std::vector<std::string> named_in_pragmas(std::string_view text) {
  std::vector<std::string> names;
  const auto take = [&](std::string_view what) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t")));
    if (!text.starts_with(what)) return false;
    text.remove_prefix(what.size());
    return true;
  };
  for (std::size_t at; (at = text.find("comment")) != text.npos;) {
    text.remove_prefix(at + 7);
    if (!take("(") || !take("lib") || !take(",") || !take("\"")) continue;
    names.emplace_back(text.substr(0, text.find_first_of("\"\n")));
  }
  return names;
}

}  // namespace lab::compile
