// Compiles within limits, and prepares the compiler's log for display.
#include "compile/compile.h"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <string_view>

#include "compile/process.h"
#include "compile/store.h"
#include "text/path.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using text::utf8;

constexpr std::chrono::seconds kLimit{60};
constexpr std::size_t kLogKept = 64 * 1024;
constexpr std::string_view kTookTooLong =
    "The compiler was stopped: this source takes more than 60 seconds, 2 GB of memory or 64 MB of output to compile. "
    "Look for an #include or a template that has no end.\n"
    "컴파일을 중단했습니다. 이 소스는 컴파일에 60초, 메모리 2GB 또는 출력 64MB가 넘게 듭니다. "
    "끝나지 않는 #include나 템플릿이 있는지 보세요.\n";

// A limit was reached. The result is not kept: on a less busy machine it may succeed.
struct TookTooLong {};

struct Outcome {
  bool ok = false;
  std::string messages;
  std::vector<fs::path> included;
};

// GCC's -H names each file it opens on a line of dots and the path, then lists files without guards; the rest are messages.
void sort_lines(std::string_view text, Outcome& outcome) {
  bool guards = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::size_t dots = line.find_first_not_of('.');
    if (dots != 0 && dots != line.npos && line[dots] == ' ') {
      outcome.included.emplace_back(line.substr(dots + 1));
    } else if (line.substr(0, 23) == "Multiple include guards") {
      guards = true;
    } else if (!guards || line.find(": ") != line.npos) {
      guards = false;
      outcome.messages.append(line).append("\n");
    }
  }
}

bool reached_limits(const Finished& finished) {
  if (finished.timed_out || finished.exit_status >= 128) return true;
  const auto says = [&](std::string_view text) { return finished.err.find(text) != std::string::npos; };
  return says("signal terminated program") || says("virtual memory exhausted") || says("out of memory allocating");
}

Outcome try_way(const std::vector<Arguments>& way, const fs::path& work) {
  Outcome outcome;
  for (const Arguments& arguments : way) {
    Command command;
    command.argv = arguments;
    command.folder = work;
    command.environment = {{"LC_ALL", "C"}, {"TMPDIR", utf8(work)}, {"TMP", utf8(work)}, {"TEMP", utf8(work)}};
    command.limit = kLimit;
    const Finished finished = run(command);
    sort_lines(finished.out + finished.err, outcome);
    if (reached_limits(finished)) throw TookTooLong();
    outcome.ok = finished.exit_status == 0;
    if (!outcome.ok) break;
  }
  return outcome;
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const auto [in_folder, in_file] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return in_folder == folder.end();
}

// A file that was read although it is neither the student's nor the compiler's.
fs::path foreign_file(const std::vector<fs::path>& included, std::vector<fs::path> allowed, const fs::path& work) {
  std::error_code error;
  for (fs::path& folder : allowed) folder = fs::weakly_canonical(folder, error);
  for (const fs::path& name : included) {
    const fs::path file = fs::weakly_canonical(name.is_absolute() ? name : work / name, error);
    const bool fine = std::any_of(allowed.begin(), allowed.end(), [&](const fs::path& folder) { return lies_in(file, folder); });
    if (error || !fine) return name;
  }
  return {};
}

void replace_all(std::string& text, const std::string& what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) text.replace(at, what.size(), by);
}

std::string presentable(std::string log, const fs::path& submission, const fs::path& work) {
  replace_all(log, utf8(work) + "/", "");
  replace_all(log, utf8(submission) + "/", "");
  if (log.size() > kLogKept) log.resize(log.rfind('\n', kLogKept) + 1);
  return log;
}

void write_spellings(const Source& source, const fs::path& folder) {
  for (const auto& [name, line] : source.spellings) {
    const fs::path file = (folder / name).lexically_normal();
    if (!lies_in(file, folder) || name.size() > 200) continue;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (!error) write_text(file, line);
  }
}

void make(const std::string& program, const Source& source, const fs::path& submission, const Compiler& compiler, const fs::path& work) {
  write_text(work / (program + ".cpp"), source.bytes);
  write_spellings(source, work / "spellings");
  std::vector<fs::path> allowed = compiler.folders;
  allowed.insert(allowed.end(), {submission, work});
  std::string log;
  for (const auto& way : compiler.ways(program, source)) {
    Outcome outcome = try_way(way, work);
    const fs::path foreign = foreign_file(outcome.included, allowed, work);
    if (!foreign.empty()) {
      outcome.ok = false;
      outcome.messages = fmt::format(
          "{0}.cpp includes {1}, which is no part of what was handed in. Include only your own files and the compiler's.\n"
          "{0}.cpp가 제출하지 않은 파일 {1}을(를) 포함합니다. 직접 만든 파일과 컴파일러의 파일만 포함하세요.\n",
          program, utf8(foreign));
    }
    if (log.empty() || outcome.ok) log = std::move(outcome.messages);
    if (outcome.ok || !foreign.empty()) break;
    std::error_code error;
    fs::remove(work / (program + ".exe"), error);
  }
  write_text(work / "log", presentable(std::move(log), submission, work));
}

}  // namespace

Compiled compile(const std::string& program, const Source& source, const fs::path& submission, const fs::path& cache,
                 const Compiler& compiler) {
  std::string inputs = compiler.identity;
  const auto add = [&](const std::string& name, const std::string& bytes) {
    inputs += fmt::format("\n{} {}\n{}", name, bytes.size(), bytes);
  };
  add(program, source.bytes);
  for (const Header& header : source.headers) add(utf8(header.file.lexically_relative(source.file.parent_path())), header.bytes);
  if (source.computed_include) add("at", std::to_string(std::chrono::system_clock::now().time_since_epoch().count()));

  try {
    const fs::path folder =
        kept(fs::absolute(cache), inputs, [&](const fs::path& work) { make(program, source, fs::absolute(submission), compiler, work); });
    const fs::path exe = folder / (program + ".exe");
    return {fs::exists(exe) ? exe : fs::path(), read_text(folder / "log")};
  } catch (const TookTooLong&) {
    return {{}, std::string(kTookTooLong)};
  }
}

}  // namespace lab::compile
