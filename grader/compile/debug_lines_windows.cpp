// Asks DbgHelp for the line of each address of the student's own functions.
// https://learn.microsoft.com/windows/win32/debug/dbghelp-functions
#include "compile/debug_lines.h"

#include <fmt/core.h>
#include <windows.h>

#include <dbghelp.h>  // behind windows.h, which it needs

#include <mutex>
#include <vector>

#include "compile/source.h"
#include "text/path.h"

namespace lab::compile {
namespace {

constexpr ULONG kFunction = 5;               // SymTagFunction, which only cvconst.h declares
constexpr DWORD kNoLineFromHere = 0xF00000;  // what the compiler made by itself has the lines 0xF00F00 and 0xFEEFEE

struct Function {
  DWORD64 begin, end;
};

// The symbols of one program.
class Symbols {
 public:
  explicit Symbols(const std::filesystem::path& exe) {
    SymSetOptions(SYMOPT_LOAD_LINES | SYMOPT_FAIL_CRITICAL_ERRORS);
    // A path of its own: the default one may name servers.
    open_ = SymInitializeW(process_, exe.parent_path().c_str(), FALSE);
    if (open_) base_ = SymLoadModuleExW(process_, nullptr, exe.c_str(), nullptr, kImageBase, 0, nullptr, 0);
  }
  Symbols(const Symbols&) = delete;
  Symbols& operator=(const Symbols&) = delete;
  ~Symbols() {
    if (open_) SymCleanup(process_);
  }

  std::vector<Function> functions() const {
    std::vector<Function> all;
    const auto add = [](SYMBOL_INFO* symbol, ULONG, void* into) -> BOOL {
      if (symbol->Tag == kFunction) static_cast<std::vector<Function>*>(into)->push_back({symbol->Address, symbol->Address + symbol->Size});
      return TRUE;
    };
    if (base_) SymEnumSymbols(process_, base_, "*", add, &all);
    return all;
  }

  // Without a file where there is no line.
  Place at(DWORD64 address) const {
    IMAGEHLP_LINEW64 line = {};
    line.SizeOfStruct = sizeof line;
    DWORD distance = 0;
    if (!SymGetLineFromAddrW64(process_, address, &distance, &line) || line.LineNumber >= kNoLineFromHere) return {};
    return {text::utf8(std::filesystem::path(line.FileName).filename()), static_cast<int>(line.LineNumber)};
  }

 private:
  HANDLE process_ = GetCurrentProcess();
  bool open_ = false;
  DWORD64 base_ = 0;
};

// As `own` spells it; "" for another file.
std::string own_name(const std::string& file, const OwnFiles& own) {
  for (const auto& [name, place] : own)
    if (lower(name) == lower(file)) return name;
  return "";
}

}  // namespace

std::string debug_lines(const std::filesystem::path& exe, const OwnFiles& own) {
  static std::mutex mutex;  // DbgHelp serves one thread at a time
  const std::lock_guard<std::mutex> lock(mutex);
  const Symbols symbols(exe);
  std::string rows;
  for (const Function& function : symbols.functions()) {
    const std::string name = own_name(symbols.at(function.begin).file, own);
    if (name.empty()) continue;
    int last = -1;
    for (DWORD64 address = function.begin; address < function.end; ++address) {
      const Place place = symbols.at(address);
      const int line = own_name(place.file, own) == name ? place.line : 0;
      if (line != last)
        rows += line > 0 ? fmt::format("{} {} 0x{:x} x\n", name, line, address) : fmt::format("{} - 0x{:x}\n", name, address);
      last = line;
    }
    rows += fmt::format("{} - 0x{:x}\n", name, function.end);
  }
  return rows;
}

}  // namespace lab::compile
