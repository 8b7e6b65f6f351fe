// grader: the command line.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>

#include "cli/commands.h"
#include "cli/help.h"
#include "cli/host.h"
#include "compile/process.h"
#include "text/problem.h"

namespace {

using namespace lab;
using namespace lab::cli;

struct CommonOptions {
  std::string language;
  bool color = false;
};

Reports reports_for(const CommonOptions& common) {
  Reports reports;
  reports.language = common.language.empty() ? text::system_language() : text::parse_language(common.language);
  if (!common.language.empty()) reports.options = " --lang " + common.language;
  reports.color = common.color || (is_terminal(1) && !std::getenv("NO_COLOR"));
  return reports;
}

// The command line as it can be typed again.
std::string typed(int argc, char** argv) {
  std::string line = kit_command();
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    line += word.find_first_of(" '\"()&|;<>$*") == std::string::npos ? " " + word : " \"" + word + "\"";
  }
  return line;
}

int run(int argc, char** argv) {
  CLI::App app("Grades the labs of the kit, and shows what your programs did.", "lab");
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", LAB_VERSION);
  app.footer("Without a command: where you stand. Start with: lab watch 01, or lab check 05");
  CommonOptions common;
  const auto with_language = [&](CLI::App* command) {
    command->add_option("--lang", common.language, "ko or en; else the system's language")->check(CLI::IsMember({"ko", "en"}));
    command->add_flag("--color", common.color, "colours also where the output is no terminal");
    return command;
  };
  with_language(&app);

  CheckOptions check_options;
  check_options.jobs = default_jobs();
  CLI::App* check_command = with_language(app.add_subcommand("check", "judge programs: yours in labs/, or those of a folder"));
  check_command->add_option("LAB", check_options.labs, "05, 5, or a part of the lab's name; none means all");
  auto* from = check_command->add_option("--from", check_options.from, "a folder with .cpp sources or .exe files");
  check_command->add_flag("--solutions", check_options.solutions, "judge the reference solutions")->excludes(from);
  check_command->add_option("--only", check_options.only, "only checks whose name contains this");
  check_command->add_option("--runs", check_options.runs, "keep the recordings in this folder");
  std::string json, junit, html, trace;
  const auto with_files = [&](CLI::App* command) {
    command->add_option("--json", json, "write the verdicts to this file as JSON");
    command->add_option("--junit", junit, "write the verdicts to this file as JUnit XML");
    command->add_option("--html", html, "write a report page with timelines to this file");
  };
  with_files(check_command);
  check_command->add_option("--jobs", check_options.jobs, "how many runs at a time")->check(CLI::Range(1, 64));

  std::vector<std::filesystem::path> paths;
  CLI::App* judge_command = with_language(app.add_subcommand("judge", "judge kept recordings again, starting no program"));
  judge_command->add_option("RUN", paths, "recordings (.jsonl), or folders with them")->required();
  judge_command->add_option("--only", check_options.only, "only checks whose name contains this");
  with_files(judge_command);

  CLI::App* show_command = with_language(app.add_subcommand("show", "show a recording as a timeline"));
  show_command->add_option("RUN", paths, "recordings (.jsonl), or folders with them")->required();
  show_command->add_option("--html", html, "write a page with the timelines to this file");
  show_command->add_option("--trace", trace, "write a trace to this file, which ui.perfetto.dev opens");

  SelftestOptions selftest_options;
  selftest_options.jobs = default_jobs();
  CLI::App* selftest_command = with_language(app.add_subcommand("selftest", "judge the known-wrong and also-right programs of the kit"));
  selftest_command->add_option("LAB", selftest_options.labs, "05, 5, or a part of the lab's name; none means all");
  selftest_command->add_option("--only", selftest_options.only, "only programs whose name contains this; several: A,B,C");
  selftest_command->add_option("--repeat", selftest_options.repeat, "record each so many times; all verdicts must agree")
      ->check(CLI::Range(1, 100000));
  selftest_command->add_flag("--busy", selftest_options.busy, "keep every core busy meanwhile");
  selftest_command->add_option("--jobs", selftest_options.jobs, "how many runs at a time")->check(CLI::Range(1, 64));

  std::vector<std::string> bench_labs;
  CLI::App* bench_command = with_language(app.add_subcommand("bench", "how long checks take, beside launching the same programs bare"));
  bench_command->add_option("LAB", bench_labs, "05, 5, or a part of the lab's name; none means all");

  std::string lab_name;
  HintOptions hint_options;
  CLI::App* hint_command = with_language(app.add_subcommand("hint", "one more hint for the check to mend next, the gentlest first"));
  hint_command->add_option("LAB", lab_name, "05, 5, or a part of the lab's name")->required();
  hint_command->add_option("CHECK", hint_options.check, "the check, or a part of its name; none means the next failing one");
  hint_command->add_option("--count", hint_options.count, "how many hints, instead of one more")->check(CLI::Range(1, 9));
  hint_command->add_flag("--list", hint_options.list, "all checks of the lab with what they demand, and no hint");

  CLI::App* watch_command = with_language(app.add_subcommand("watch", "judge your programs again at every save"));
  watch_command->add_option("LAB", lab_name, "05, 5, or a part of the lab's name; none means the one to go on with");

  std::string judge_folder;
  int judge_number = 0;
  CLI::App* judge_once_command = with_language(app.add_subcommand(kJudgeOnce, "part of watch")->group(""));
  judge_once_command->add_option("FOLDER", judge_folder)->required();
  judge_once_command->add_option("NUMBER", judge_number)->required();

  LanOptions lan_options;
  CLI::App* lan_command = with_language(app.add_subcommand("lan", "a virtual LAN to play with; COMPUTER PROGRAM starts a program on it"));
  lan_command->add_option("COMPUTER", lan_options.computer, "a name of your choice, PC1 for instance; none opens the LAN");
  lan_command->add_option("PROGRAM", lan_options.program, "the program to start there, of any lab");
  lan_command->add_option("ARGUMENTS", lan_options.arguments, "its arguments");
  auto* lan_from = lan_command->add_option("--from", lan_options.from, "a folder with the program, as .cpp source or .exe file");
  lan_command->add_flag("--solutions", lan_options.solutions, "take the reference solution")->excludes(lan_from);
  lan_command->add_flag("--duplicate", lan_options.duplicate, "open it so that each broadcast arrives twice");

  bool only_check = false;
  CLI::App* cut_command = with_language(app.add_subcommand("cut", "cut labs/ from solutions/"));
  cut_command->add_flag("--check", only_check, "only say what is stale");

  HandoutOptions handout_options;
  handout_options.jobs = default_jobs();
  bool update = false;
  CLI::App* handouts_command = with_language(app.add_subcommand("handouts", "make the handouts pages to read in a browser"));
  handouts_command->add_option("NN", handout_options.numbers, "with --update or --check: the numbers of handouts; none means all");
  auto* out_option = handouts_command->add_option("--out", handout_options.out, "the folder for the pages; else build/handouts");
  auto* update_flag = handouts_command->add_flag("--update", update, "instead, record what the handouts show anew and write it into them")
                          ->excludes(out_option);
  handouts_command->add_flag("--check", handout_options.only_check, "instead, say what in them is stale or wrong")
      ->excludes(update_flag)
      ->excludes(out_option);
  handouts_command->add_option("--jobs", handout_options.jobs, "how many runs at a time")->check(CLI::Range(1, 64));

  std::filesystem::path packages;
  CLI::App* package_command = with_language(app.add_subcommand("package", "write the kits for students and for instructors as archives"));
  package_command->add_option("--out", packages, "the folder to write them to; none means build/packages");

  describe_in(language_of(argc, argv), app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  Reports reports = reports_for(common);
  reports.json = json;
  reports.junit = junit;
  reports.html = html;
  check_options.reports = selftest_options.reports = lan_options.reports = handout_options.reports = reports;
  try {
    const Kit kit = find_kit();
    if (*check_command) {
      check_options.reports.again = typed(argc, argv);
      return check(kit, check_options);
    }
    if (*judge_command) return judge(kit, paths, check_options.only, reports);
    if (*show_command) return show(paths, trace, reports);
    if (*hint_command) return hint(kit, lab_name, hint_options, reports);
    if (*watch_command) return watch(kit, lab_name, reports);
    if (*judge_once_command) return judge_once(kit, judge_folder, judge_number);
    if (*selftest_command) return selftest(kit, selftest_options);
    if (*lan_command) return lan(kit, lan_options);
    if (*bench_command) return bench(kit, bench_labs, default_jobs(), reports);
    if (*handouts_command) {
      return update || handout_options.only_check ? handouts(kit, handout_options) : handout_site(kit, handout_options);
    }
    if (*package_command) return package(kit, packages, reports);
    if (*cut_command) return cut_labs(kit, only_check, reports);
    return stand(kit, reports);
  } catch (const text::Problem& problem) {
    fmt::print(stderr, "lab: {}\n", problem.in(reports.language));
    return 2;
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const compile::Interrupted& interrupted) {
    end_by(interrupted.signal);
  } catch (const std::exception& error) {
    fmt::print(stderr, "lab: {}\n", error.what());
    return 2;
  }
}
