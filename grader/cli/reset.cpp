// lab reset: restores a program in labs/ to its original state.
#include <fmt/core.h>

#include <memory>

#include "cli/commands.h"
#include "compile/source.h"
#include "cut/cut.h"
#include "report/columns.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::generic_utf8;
using text::Problem;

// A name such as "AdderManager.cpp.old", which no command treats as a source file; with a number if that name is taken.
fs::path free_name_beside(const fs::path& file) {
  for (int number = 1;; ++number) {
    fs::path old = file;
    old += number == 1 ? ".old" : fmt::format(".old{}", number);
    if (!fs::exists(fs::symlink_status(old))) return old;
  }
}

// Resets one file, and returns the sentence that says so.
std::string reset_one(const Kit& kit, const fs::path& name, text::Language language) {
  const fs::path file = kit.labs_folder() / name;
  const nlohmann::json args = {{"file", "labs/" + generic_utf8(name)}};
  const auto stub = cut::original_stub(kit.root, name);
  if (!stub) throw Problem("reset_no_stub", args);
  std::error_code error;
  if (!fs::exists(fs::symlink_status(file, error))) {
    text::write_file(file.string(), *stub);
    return text::sentence(language, "reset_written", args);
  }
  if (cut::with_lf(text::read_text(file)) == cut::with_lf(*stub)) return text::sentence(language, "reset_is_stub", args);
  const fs::path old = free_name_beside(file);
  fs::rename(file, old, error);
  if (error) throw Problem("reset_not_kept", args);
  try {
    text::write_file(file.string(), *stub);
  } catch (...) {
    fs::rename(old, file, error);
    throw;
  }
  return text::sentence(language, "reset_kept", {{"file", args["file"]}, {"old", text::utf8(old.filename())}});
}

struct ResetOptions {
  std::string lab, program;  // program empty: all programs in the lab
};

int reset(const Kit& kit, const ResetOptions& options, const Reports& reports) {
  const rubric::Lab& lab = rubric::find_lab(kit.labs, options.lab);
  const report::Style style = style_of(reports);
  std::string known;
  bool found = false;
  for (const std::string& program : lab.programs) {
    known += (known.empty() ? "" : ", ") + program;
    if (!options.program.empty() && compile::lower(program) != compile::lower(options.program) &&
        compile::lower(program) + ".cpp" != compile::lower(options.program))
      continue;
    found = true;
    fmt::print("{}", report::wrapped(reset_one(kit, fs::path(lab.name) / (program + ".cpp"), reports.language), 0, style.width));
  }
  if (!found) throw Problem("unknown_program", {{"name", options.program}, {"lab", lab.number}, {"programs", known}});
  return 0;
}

}  // namespace

Command reset_command() {
  return {"reset",
          {"restore the stub of a program, and keep your file next to it",
           "프로그램을 처음의 골격 코드로 되돌리고, 작성하던 파일은 같은 폴더에 남겨 둡니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<ResetOptions>();
            add.option("LAB", options->lab, {"05, 5, or a part of the lab's name", "05, 5, 또는 실습 이름의 일부"}).required();
            add.option("PROGRAM", options->program, {"one of the lab's programs; default: all", "실습의 프로그램 하나. 기본값은 모두"});
            return [options](const Kit& kit, const Reports& reports) { return reset(kit, *options, reports); };
          }};
}

}  // namespace lab::cli
