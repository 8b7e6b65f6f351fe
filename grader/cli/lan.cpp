// lab lan: a virtual LAN to experiment with, and programs on its computers.
#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "checks/program_reasons.h"
#include "cli/commands.h"
#include "cli/host.h"
#include "cli/paragraph.h"
#include "cli/work_folder.h"
#include "compile/process.h"
#include "report/columns.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using text::Problem;
using text::sentence;

struct LanOptions {
  std::string computer;  // empty: create the LAN
  std::string program;   // from any lab; letter case is ignored
  std::vector<std::string> arguments;
  fs::path from;  // the folder that contains it; empty: labs/ or solutions/
  bool solutions = false;
  bool duplicate = false;  // messages to the domain arrive twice
};

// Exit statuses of stage.exe, as defined in stage/lan.h.
enum StageStatus { kOver = 0, kThere = 3, kNoLan = 4, kFull = 5, kCannotStart = 6, kClosed = 7 };

compile::Command stage_command(const Kit& kit, const std::vector<std::string>& words) {
  if (kit.windows_programs.empty()) throw Problem("stage_missing");
  compile::Command command;
  command.argv = windows_command(kit.root, kit.windows_programs / "stage.exe");
  command.argv.insert(command.argv.end(), words.begin(), words.end());
  return command;
}

// "PC1, PC2"; a computer that received a message more than once is shown with the number of times: "PC1 x2".
std::string receivers(const json& computers) {
  std::vector<std::pair<std::string, int>> counted;
  for (const std::string name : computers) {
    const auto known = std::find_if(counted.begin(), counted.end(), [&](const auto& entry) { return entry.first == name; });
    if (known == counted.end())
      counted.emplace_back(name, 1);
    else
      ++known->second;
  }
  std::sort(counted.begin(), counted.end());
  std::string out;
  for (const auto& [name, times] : counted) out += (out.empty() ? "" : ", ") + name + (times > 1 ? fmt::format(" x{}", times) : "");
  return out;
}

struct Happening {
  const char* kind;
  const char* sentence;
  const char* when_failed;
};
constexpr Happening kHappenings[] = {
    {"joined", "lan_joined", nullptr},
    {"created", "lan_created", "lan_not_created"},
    {"opened", "lan_opened", "lan_not_opened"},
    {"wrote", "lan_wrote", "lan_not_written"},
    {"read", "lan_read", nullptr},
    {"left", "lan_left", nullptr},
    {"full", "lan_record_full", nullptr},
};

// The event as a sentence; "" if it is not worth reporting.
std::string told(const json& what, text::Language language) {
  constexpr int kMostColumns = 60;
  const auto happening = std::find_if(std::begin(kHappenings), std::end(kHappenings),
                                      [kind = what.at("t").get<std::string>()](const Happening& one) { return kind == one.kind; });
  if (happening == std::end(kHappenings)) return "";
  json args = json::object();
  for (const auto& [name, value] : what.items())
    args[name] = value.is_string() ? json(report::one_line(value.get<std::string>(), kMostColumns)) : value;
  if (what.value("error", 0) != 0) return sentence(language, happening->when_failed, args);
  if (what.contains("to")) {
    if (what.at("to").empty()) return sentence(language, "lan_reached_nobody", args);
    args["to"] = receivers(what.at("to"));
  }
  return sentence(language, happening->sentence, args);
}

int open_lan(const Kit& kit, bool duplicate, text::Language language) {
  compile::Command command = stage_command(kit, {"--lan"});
  if (duplicate) command.argv.push_back("--duplicate");
  command.on_line = [&](std::string_view line) {
    const json what = json::parse(line);
    if (what.at("t") == "open") {
      print_paragraph(sentence(language, duplicate ? "lan_open_duplicate" : "lan_open", {{"command", kit_command()}}) + "\n");
    } else if (const std::string words = told(what, language); !words.empty()) {
      const std::string place = what.value("computer", "");
      fmt::print("{}  {}\n", report::fitted(place, 15), words);
    }
    std::fflush(stdout);
  };
  const compile::Finished finished = compile::run(command);
  if (finished.exit_status == kThere) throw Problem("lan_there", {{"command", kit_command()}});
  if (finished.exit_status != kOver) throw std::runtime_error(fmt::format("stage.exe: {}", finished.err));
  return 0;
}

bool is_computer_name(const std::string& name) {
  constexpr std::size_t kMost = 15;  // the limit for a NetBIOS name
  const auto fits = [](unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && name.size() <= kMost && std::all_of(name.begin(), name.end(), fits);
}

bool same(const std::string& a, const std::string& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

// Builds the program with that name, from the given folder or its lab's folder.
compile::Built built_program(const Kit& kit, const LanOptions& options) {
  std::string known;
  for (const rubric::Lab& lab : kit.labs)
    for (const std::string& program : lab.programs) {
      known += (known.empty() ? "" : ", ") + program;
      if (!same(program, options.program)) continue;
      const fs::path shelf = options.solutions ? kit.solutions_folder() : kit.labs_folder();
      const fs::path folder = options.from.empty() ? shelf / lab.name : options.from;
      compile::Built built = compile::build_programs(folder, {program}, kit.toolchain(), 1).front();
      if (built.reason == "does_not_compile") {
        fmt::print(stderr, "{}\n", built.log);
        const trace::Reason& why = checks::kProgramReasons["not_built_log"];
        throw Problem({why.id, why.en, why.ko}, {{"program", program}});
      }
      if (built.reason == "needs_visual_cpp") {
        const trace::Reason& why = checks::kProgramReasons["needs_visual_cpp"];
        throw Problem({why.id, why.en, why.ko}, {{"program", program}, {"what", built.only_in_visual_cpp}});
      }
      if (!built.reason.empty()) throw Problem("lan_no_program", {{"program", program}, {"folder", folder.string()}});
      return built;
    }
  throw Problem("lan_unknown_program", {{"program", options.program}, {"programs", known}});
}

// The arguments joined into the end of a command line for CreateProcess.
std::string command_line(const std::vector<std::string>& arguments) {
  std::string line;
  for (const std::string& argument : arguments) {
    const bool plain = !argument.empty() && argument.find_first_of(" \t\"") == std::string::npos;
    line += (line.empty() ? "" : " ") + (plain ? argument : "\"" + argument + "\"");
  }
  return line;
}

int join_lan(const Kit& kit, const LanOptions& options) {
  if (!is_computer_name(options.computer)) throw Problem("lan_computer_name", {{"computer", options.computer}, {"command", kit_command()}});
  if (options.program.empty()) throw Problem("lan_which_program", {{"computer", options.computer}, {"command", kit_command()}});
  const compile::Built built = built_program(kit, options);
  // A program finds its run by the name of its folder, and several runs may have copies of the same program open.
  const WorkFolder work;
  const fs::path folder = work.path() / "lan";
  fs::create_directory(folder);
  fs::copy_file(built.exe, folder / (built.program + ".exe"));
  for (const fs::path& dll : built.beside) fs::copy_file(dll, folder / dll.filename());
  const compile::Command command =
      stage_command(kit, {"--join", options.computer, windows_path(folder), built.program + ".exe", command_line(options.arguments)});
  switch (compile::run_attached(command)) {
    case kOver:
      return 0;
    case kNoLan:
      throw Problem("lan_none", {{"command", kit_command()}});
    case kFull:
      throw Problem("lan_full", {{"command", kit_command()}});
    case kClosed:
      throw Problem("lan_closed", {{"program", built.program}, {"command", kit_command()}});
    default:
      throw Problem("lan_cannot_start", {{"program", built.program}, {"command", kit_command()}});
  }
}

int lan(const Kit& kit, const LanOptions& options, const Reports& reports) {
  if (options.solutions) require_solutions(kit, "--solutions");
  return options.computer.empty() ? open_lan(kit, options.duplicate, reports.language) : join_lan(kit, options);
}

}  // namespace

Command lan_command() {
  return {"lan",
          {"open a virtual LAN; COMPUTER PROGRAM starts a program on it",
           "가상 랜을 엽니다. COMPUTER와 PROGRAM을 지정하면 그 랜에서 프로그램을 시작합니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<LanOptions>();
            add.option("COMPUTER", options->computer,
                       {"any name, for example PC1; without a name, open the LAN", "PC1처럼 원하는 컴퓨터 이름. 없으면 랜을 엽니다"});
            add.option("PROGRAM", options->program, {"the program to start there, from any lab", "그 컴퓨터에서 시작할 실습 프로그램"});
            add.option("ARGUMENTS", options->arguments, {"its arguments", "그 프로그램의 인수"});
            const Option from =
                add.option("--from", options->from,
                           {"a folder with the program, as .cpp source or .exe file", "프로그램의 .cpp 소스나 .exe 파일이 있는 폴더"});
            add.flag("--solutions", options->solutions, {"use the reference solution", "모범 답안을 씁니다"}).excludes(from);
            add.flag("--duplicate", options->duplicate,
                     {"open a LAN on which each broadcast arrives twice", "브로드캐스트가 두 번씩 도착하는 랜을 엽니다"});
            return [options](const Kit& kit, const Reports& reports) { return lan(kit, *options, reports); };
          }};
}

}  // namespace lab::cli
