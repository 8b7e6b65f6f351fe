// Students' sources with Visual Studio's compiler: the options of a console project, both spellings of main included.
#include "compile/compiler.h"

#include "text/path.h"

namespace lab::compile {

Compiler msvc_compiler() {
  // /wd4100: a TODO that is still open does not use its function's parameters yet.
  const Arguments options{"cl",  "/nologo", "/std:c++20", "/EHsc",     "/W4",        "/wd4100",
                          "/Od", "/MT",     "/RTC1",      "/DUNICODE", "/D_UNICODE", "/D_CONSOLE"};
  std::string identity;
  for (const std::string& option : options) identity += option + ' ';
  const auto ways = [options](const std::string& name, const Source& source) {
    Arguments command = options;
    if (source.code_page_949) {
      command.insert(command.end(), {"/source-charset:.949", "/execution-charset:.949"});
    } else {
      command.push_back("/utf-8");
    }
    command.insert(command.end(), {"/I", text::utf8(source.file.parent_path()), name + ".cpp", "/Fe:" + name + ".exe", "user32.lib",
                                   "advapi32.lib", "winmm.lib"});
    return std::vector<std::vector<Arguments>>{{command}};
  };
  return {identity, ways, {}};
}

}  // namespace lab::compile
