// Precompiles the headers that the source files have in common, and builds the programs.
#include "compile/variants.h"

#include <fmt/core.h>

#include <stdexcept>

#include "compile/compiler.h"
#include "compile/parallel.h"
#include "compile/process.h"
#include "compile/store.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

// The #include lines of the text before its first line of code.
std::string includes_of(const std::string& text) {
  std::string includes;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.starts_with("#include"))
      includes += line + "\n";
    else if (line.find_first_not_of(" \t\r") != line.npos && !line.starts_with("//"))
      break;
  }
  return includes;
}

Finished run_in(const fs::path& folder, const Arguments& arguments) {
  Command command;
  command.argv = arguments;
  command.folder = folder;
  command.environment = {{"LC_ALL", "C"}, {"TMPDIR", utf8(folder)}, {"TMP", utf8(folder)}, {"TEMP", utf8(folder)}};
  return run(command);
}

class Variants {
 public:
  Variants(std::string program, const Toolchain& toolchain, fs::path work)
      : program_(std::move(program)),
        cache_(fs::absolute(toolchain.cache)),
        work_(std::move(work)),
        compiler_(system_compiler(toolchain)) {}

  void precompile(const std::string& includes) {
    if (!compiler_.precompile) return;
    settings_.preamble = utf8(work_ / "preamble.h");
    text::write_file(work_ / "preamble.h", fmt::format("#include \"{}\"\n{}", compiler_.first, includes));
    const Finished finished = run_in(work_, compiler_.precompile(source("", work_), settings_));
    if (finished.exit_status != 0) throw std::runtime_error("the solution's headers do not compile:\n" + finished.err);
  }

  fs::path build(const std::string& text) const {
    const std::string inputs = fmt::format("{}\nvariant of {} with its return statements\n{}", compiler_.identity, program_, text);
    const fs::path exe = kept(cache_, inputs, [&](const fs::path& folder) { make(text, folder); }) / (program_ + ".exe");
    return fs::exists(exe) ? exe : fs::path();
  }

 private:
  Source source(const std::string& text, const fs::path& folder) const {
    Source source;
    source.file = folder / (program_ + ".cpp");
    source.bytes = text;
    return source;
  }

  void make(const std::string& text, const fs::path& folder) const {
    text::write_file(folder / (program_ + ".cpp"), text);
    Finished finished = run_in(folder, compiler_.compile(program_ + ".cpp", source(text, folder), settings_));
    // What a function without a return statement returns is undefined: it differs from compiler to compiler.
    const bool is_defined = finished.err.find("[-Wreturn-type]") == std::string::npos;
    if (finished.exit_status == 0 && is_defined && !compiler_.refuse(finished.err))
      run_in(folder, compiler_.link(program_, {program_ + ".cpp.o"}, "", {}, settings_));
    fs::remove(folder / (program_ + ".cpp.o"));
  }

  std::string program_;
  fs::path cache_, work_;
  Compiler compiler_;
  Settings settings_;
};

}  // namespace

std::vector<fs::path> build_variants(const std::string& program, const std::vector<std::string>& texts, const Toolchain& toolchain,
                                     const fs::path& work, int jobs, const std::function<void()>& built) {
  std::vector<fs::path> exes(texts.size());
  if (texts.empty()) return exes;
  Variants variants(program, toolchain, work);
  variants.precompile(includes_of(texts.front()));
  in_parallel(texts.size(), jobs, [&](std::size_t i, int) {
    exes[i] = variants.build(texts[i]);
    built();
  });
  return exes;
}

}  // namespace lab::compile
