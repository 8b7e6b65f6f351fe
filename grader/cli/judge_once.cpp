// Makes one judgement for `lab watch` in a separate process, because GoogleTest judges only once per process. It starts the stage before
// there is anything to judge, so that a save does not have to wait for it, and reuses the recordings of programs that have not changed.
#include <fmt/core.h>
#include <uv.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <future>
#include <iterator>
#include <set>
#include <sstream>
#include <thread>
#include <utility>

#include "checks/judge.h"
#include "cli/borrowed.h"
#include "cli/commands.h"
#include "cli/correct_runs.h"
#include "cli/host.h"
#include "cli/judge_process.h"
#include "cli/missing.h"
#include "cli/record.h"
#include "cli/source_lines.h"
#include "cli/standings.h"
#include "compile/process.h"
#include "labs/labs.h"
#include "report/report.h"
#include "text/files.h"
#include "text/path.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using trace::Run;

void tell(const json& what) {
  fmt::print("{}\n", what.dump(-1, ' ', false, json::error_handler_t::replace));
  std::fflush(stdout);
}

// Waits for a byte on stdin; returns false at its end.
bool read_byte(char& byte) {
  const uv_buf_t buffer = uv_buf_init(&byte, 1);
  for (;;) {
    uv_fs_t reading;
    const int count = uv_fs_read(nullptr, &reading, 0, &buffer, 1, -1, nullptr);
    uv_fs_req_cleanup(&reading);
    if (count != UV_EINTR) return count == 1;
  }
}

class Stopwatch {
 public:
  // Milliseconds since the last call, or since construction.
  std::int64_t lap() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now - std::exchange(since_, now)).count();
  }

 private:
  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
};

// The programs that can run, each with a mark that identifies its content: the same name and mark mean the same program.
std::map<std::string, std::string> marks(const Entry& entry) {
  std::map<std::string, std::string> all;
  for (const auto* list : {&entry.programs, &entry.borrowed})
    for (const compile::Built& built : *list) {
      if (!built.reason.empty()) continue;
      std::string& mark = all[built.program] = loop::fingerprint(built.exe) + (built.from_source ? " source" : " exe");
      for (const fs::path& dll : built.beside) mark += " " + loop::fingerprint(dll);
    }
  return all;
}

// The recordings of the previous judgement, as far as they are still valid: those of unchanged programs. If the set of programs differs,
// other scenarios may be played, so none are valid.
class Kept {
 public:
  Kept(fs::path folder, std::string lab) : folder_(std::move(folder)), lab_(std::move(lab)) {
    const json whole = json::parse(text::read_text(index()), nullptr, false);
    if (!whole.is_object()) return;
    file_ = folder_ / whole.value("runs", "");
    before_ = whole.value("programs", before_);
  }

  std::vector<std::string> known(const std::map<std::string, std::string>& now) const {
    std::vector<std::string> names;
    const bool same_names =
        std::equal(before_.begin(), before_.end(), now.begin(), now.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
    if (!same_names) return names;
    for (const auto& [name, mark] : now)
      if (before_.at(name) == mark) names.push_back(name);
    return names;
  }

  // The new recordings, and the old ones of known programs that were not run again, in the order of the old ones.
  std::vector<Run> merged(std::vector<Run> played, const std::vector<std::string>& known) const {
    if (known.empty()) return played;
    std::vector<Run> all;
    for (Run& old : trace::read(file_)) {
      const auto again = std::find_if(played.begin(), played.end(),
                                      [&](const Run& run) { return run.program == old.program && run.scenario == old.scenario; });
      if (again != played.end()) {
        all.push_back(std::move(*again));
        played.erase(again);
      } else if (std::count(known.begin(), known.end(), old.program) > 0) {
        all.push_back(std::move(old));
      }
    }
    for (Run& run : played) all.push_back(std::move(run));
    return all;
  }

  // Saves the recordings, and returns the file.
  fs::path keep(const std::vector<Run>& runs, std::map<std::string, std::string> programs, int number) {
    for (const Run& run : runs)
      if (run.outcome == Run::Outcome::kGraderError) programs[run.program] = "play it again";
    const fs::path file = folder_ / fmt::format("{}.{}.jsonl", lab_, number);
    {
      std::ofstream out(file, std::ios::binary);
      for (const Run& run : runs) trace::write(out, run);
    }
    // Only from here on do the new recordings count: this process may be terminated at any time.
    text::write_file(index(), json{{"runs", file.filename().string()}, {"programs", programs}}.dump());
    std::error_code error;
    if (!file_.empty() && file_ != file) fs::remove(file_, error);
    return file;
  }

 private:
  fs::path index() const { return folder_ / (lab_ + ".json"); }

  fs::path folder_, file_;
  std::string lab_;
  std::map<std::string, std::string> before_;
};

// Writes the report to a file, as `lab check --html` does.
void write_page(const Kit& kit, const rubric::Lab& lab, const trace::Result& result, const std::vector<Run>& runs,
                const std::vector<Entry>& entries, const Reports& reports, const fs::path& file) {
  report::Style style = style_of(reports);
  style.judged = report::Judged::kSaved;
  style.warnings = reports.warnings;
  style.sources = whole_sources(entries, runs);
  style.correct = correct_runs(kit, {&lab}, reports.language);
  text::write_file(file, report::html(result, kit.labs, runs, style));
}

// Reads the request, and then waits for the end of stdin, which ends this process. The thread reads without the C library's streams,
// because a read in progress would keep their lock and so prevent a normal exit.
std::future<std::string> requested() {
  std::promise<std::string> request;
  std::future<std::string> line = request.get_future();
  std::thread([request = std::move(request)]() mutable {
    std::string text;
    bool given = false;
    for (char next = 0; read_byte(next);) {
      if (next != '\n') {
        text += next;
      } else if (!std::exchange(given, true)) {
        request.set_value(text);
      }
    }
    const bool busy = compile::interrupt(SIGTERM);
    if (!given) request.set_value("");
    if (!busy) end_by(SIGTERM);
  }).detach();
  return line;
}

int judge_once(Kit kit, const fs::path& folder, int number, Reports reports) {
  kit.work = folder / std::to_string(number);
  const rubric::Lab* lab = nullptr;
  loop::Fingerprints sources;
  std::map<std::string, std::string> programs;
  std::vector<std::string> known;
  std::vector<Entry> played;
  bool with_page = false;
  Stopwatch watch;
  std::int64_t build_ms = 0;
  std::future<std::string> request = requested();
  const auto entries = [&]() -> std::vector<Entry> {
    const std::string line = request.get();
    std::string name;
    if (line.empty()) return {};
    watch.lap();
    std::istringstream words(line);
    words >> name;
    const std::set<std::string> how(std::istream_iterator<std::string>(words), {});
    with_page = how.contains(kPage);
    lab = &rubric::find_lab(kit.labs, name);
    tell({{"t", "compiling"}});
    sources = sources_of(kit, *lab);
    Entry entry{lab->name, lab->number, {}, {}, {}};
    const fs::path own = kit.labs_folder() / lab->name;
    entry.programs = compile::build_programs(own, lab->programs, kit.toolchain(), default_jobs());
    entry.borrowed = borrowed_from_shelf(kit, *lab, kit.labs_folder(), default_jobs());
    build_ms = watch.lap();
    programs = marks(entry);
    reports.warnings = warnings_of(entry);
    if (!how.contains(kFresh)) known = Kept(folder, lab->number).known(programs);
    entry.known = known;
    tell({{"t", "playing"}, {"played", 0}, {"all", 0}});
    std::vector<Entry> all{std::move(entry)};
    explain_missing(all, own);
    played = all;
    return all;
  };
  std::vector<Run> runs = record(kit, entries, hasty_jobs(), [](std::size_t played, std::size_t all, const std::string& which) {
    tell({{"t", "playing"}, {"played", played}, {"all", all}, {"which", which}});
  });
  if (!lab) return 0;  // no judgement was requested
  const std::int64_t play_ms = watch.lap();
  Kept kept(folder, lab->number);
  runs = kept.merged(std::move(runs), known);
  const fs::path file = kept.keep(runs, std::move(programs), number);

  checks::Submission submission;
  submission.name = lab->name;
  for (const Run& run : runs) submission.runs.push_back(&run);
  const auto judged = checks::judge({submission}, labs::reason);
  const trace::Result result = verdicts_on(kit, runs, submission, judged.front(), {lab}, "");
  keep_verdicts(kit, *lab, result.labs.front().verdicts, sources, false);
  tell({{"t", "judged"},
        {"build_ms", build_ms},
        {"play_ms", play_ms},
        {"judge_ms", watch.lap()},
        {"runs", text::utf8(file)},
        {"warnings", reports.warnings},
        {"result", report::json(result)}});
  if (!with_page) return 0;
  const fs::path page = folder / fmt::format("{}.html", number);
  write_page(kit, *lab, result, runs, played, reports, page);
  tell({{"t", "page"}, {"number", number}, {"file", text::utf8(page)}});
  return 0;
}

}  // namespace

// The counterpart of watch: judges once when a request arrives on stdin, and reports progress in lines of JSON (judge_process.h).
Command judge_once_command() {
  struct Arguments {
    std::string folder;
    int number = 0;
  };
  return {kJudgeOnce,
          {"part of watch", "part of watch"},
          [](Options& add) -> Command::Run {
            const auto arguments = std::make_shared<Arguments>();
            add.option("FOLDER", arguments->folder, {"", ""}).required();
            add.option("NUMBER", arguments->number, {"", ""}).required();
            return [arguments](const Kit& kit, const Reports& reports) {
              return judge_once(kit, arguments->folder, arguments->number, reports);
            };
          },
          false};
}

}  // namespace lab::cli
