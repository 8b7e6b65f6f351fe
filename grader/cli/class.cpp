// lab class: shows and grades what a class handed in.
#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <sstream>

#include "box/sandbox.h"
#include "class/hand_ins.h"
#include "class/results.h"
#include "class/unpack.h"
#include "cli/class_changes.h"
#include "cli/class_grade.h"
#include "cli/commands.h"
#include "cli/correct_runs.h"
#include "cli/host.h"
#include "cli/missing.h"
#include "cli/paragraph.h"
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "cli/work_folder.h"
#include "report/columns.h"
#include "text/files.h"
#include "text/path.h"
#include "text/problem.h"

namespace lab::cli {
namespace {

namespace fs = std::filesystem;
using text::Language;
using text::sentence;
using text::utf8;
using Json = nlohmann::ordered_json;

struct ClassOptions {
  fs::path folder;
  std::vector<std::string> labs;
  bool list = false;
  fs::path out;  // empty: do not grade the class
  int jobs = default_jobs();
  bool no_box = false;  // the programs run without a sandbox
  std::string shard;    // as classes::shard_of reads it; empty: the whole class
  OutputOptions outputs;
  std::string json;
};

// A hand-in and the programs found in it, before anything is built.
struct Student {
  classes::HandIn hand_in;
  std::vector<Entry> labs;
  std::vector<std::string> others;  // files that could be programs, but have no program's name
};

// How a program was found: "source", "exe", or the reason it was not (compile/programs.h, cli/missing.h).
std::string state_of(const compile::Built& built) {
  if (!built.reason.empty()) return built.reason;
  return built.from_source ? "source" : "exe";
}

bool is_there(const compile::Built& built) {
  static const std::set<std::string> kNotThere{"missing", "no_files", "other_files", "archive", "left_out"};
  return kNotThere.count(built.reason) == 0;
}

bool has_any(const Entry& lab) { return std::any_of(lab.programs.begin(), lab.programs.end(), is_there); }

bool has_any(const Student& student) {
  return std::any_of(student.labs.begin(), student.labs.end(), [](const Entry& lab) { return has_any(lab); });
}

// Whether something in the list asks for the instructor's attention, apart from a submission without any program.
bool has_something_to_check(const Student& student) {
  const auto is_doubtful = [](const compile::Built& built) { return !built.reason.empty() || built.facts.count("empty") > 0; };
  return !student.hand_in.findings.empty() || std::any_of(student.labs.begin(), student.labs.end(), [&](const Entry& lab) {
    return has_any(lab) && std::any_of(lab.programs.begin(), lab.programs.end(), is_doubtful);
  });
}

// Whether a program is missing from a lab that was handed in.
bool misses_a_program(const Student& student) {
  return std::any_of(student.labs.begin(), student.labs.end(),
                     [](const Entry& lab) { return has_any(lab) && !std::all_of(lab.programs.begin(), lab.programs.end(), is_there); });
}

// The files of a student who handed in no program; empty if there are no files either, which is reported as a finding.
std::string files_without_program(const Student& student) {
  if (has_any(student) || student.labs.empty()) return "";
  const auto& facts = student.labs.front().programs.front().facts;
  const auto files = facts.find("files");
  return files == facts.end() ? "" : files->second;
}

// Joins the names of the two source files or programs in the log, which has one on each line.
std::string on_one_line(const std::string& log) {
  std::vector<std::string> names;
  std::istringstream lines(log);
  for (std::string name; std::getline(lines, name);) names.push_back(name);
  return text::listed(names);
}

std::string program_in_words(const compile::Built& built, Language language) {
  const std::string state = state_of(built);
  const auto say = [&](const char* id) {
    const auto file = built.facts.find("file");
    return sentence(
        language, id,
        {{"program", built.program}, {"names", on_one_line(built.log)}, {"file", file == built.facts.end() ? "" : file->second}});
  };
  if (state == "source") return say("class_program_source");
  if (state == "exe") return say("class_program_exe");
  if (state == "two_sources") return say("class_program_two_sources");
  if (state == "two_programs") return say("class_program_two_programs");
  if (state == "other_name") return say("class_program_other_name");
  return say(is_there(built) ? "class_program_not_gradable" : "class_program_missing");
}

std::string finding_in_words(const classes::Finding& finding, Language language) {
  return sentence(language, finding.id, nlohmann::json(finding.facts));
}

classes::FindOptions find_options(const ClassOptions& options, const fs::path& work) {
  classes::FindOptions find;
  find.work = work;
  const Chosen& chosen = options.outputs.chosen;
  const std::string attempt = options.out.empty() ? chosen.attempt : choices_in(options.out, chosen).attempt;
  if (attempt == "first") find.attempt = classes::Attempt::kFirst;
  if (attempt == "on-time") find.attempt = classes::Attempt::kOnTime;
  return find;
}

Student look_into(classes::HandIn hand_in, const std::vector<const rubric::Lab*>& labs, const fs::path& work) {
  const WorkFolder folder(work);
  Student student{std::move(hand_in), {}, {}};
  for (classes::Finding& finding : classes::unpack(student.hand_in, folder.path())) student.hand_in.findings.push_back(std::move(finding));
  for (const rubric::Lab* lab : labs) {
    Entry entry;
    entry.submission = student.hand_in.id;
    entry.lab = lab->number;
    entry.programs = compile::find_programs(folder.path(), lab->programs, lab->number);
    for (compile::Built& built : entry.programs) {
      if (built.found.empty()) continue;
      built.facts["file"] = text::generic_utf8(built.found.lexically_relative(fs::absolute(folder.path())));
      std::error_code error;
      if (fs::file_size(built.found, error) == 0 && !error) built.facts["empty"] = "";
    }
    student.labs.push_back(std::move(entry));
  }
  student.others = unrecognized_programs(student.labs, folder.path());
  explain_missing(student.labs, folder.path(), "", classes::left_out(student.hand_in.findings));
  return student;
}

void print_student(const Student& student, int id_width, int name_width, const report::Style& style) {
  const classes::HandIn& hand_in = student.hand_in;
  std::string marks;
  if (hand_in.late) marks += "  " + sentence(style.language, "class_late");
  if (hand_in.attempt > 1) marks += "  " + sentence(style.language, "class_attempt", {{"number", hand_in.attempt}});
  fmt::print("{}  {}{}\n", report::fitted(hand_in.id, id_width),
             marks.empty() ? hand_in.student : report::fitted(hand_in.student, name_width), marks);
  for (const Entry& lab : student.labs) {
    if (!has_any(lab)) continue;
    std::string line;
    for (const compile::Built& built : lab.programs) line += (line.empty() ? "" : "; ") + program_in_words(built, style.language);
    fmt::print("{}", report::wrapped(lab.lab + "  " + line, 4, style.width));
  }
  if (misses_a_program(student) && !student.others.empty())
    fmt::print("{}", report::wrapped(sentence(style.language, "class_other_programs", {{"files", text::listed(student.others, 8)}}), 4,
                                     style.width));
  if (const std::string files = files_without_program(student); !files.empty())
    fmt::print("{}", report::wrapped(sentence(style.language, "class_no_programs", {{"files", files}}), 4, style.width));
  for (const classes::Finding& finding : hand_in.findings)
    fmt::print("{}", report::wrapped(finding_in_words(finding, style.language), 4, style.width));
}

// Files that the instructor has to ask about before the class is graded: "kang (MyAdderManager.cpp)".
void print_doubtful_files(const std::vector<Student>& students, Language language) {
  std::vector<classes::Finding> found;
  std::set<std::string> named;
  const auto add = [&](const char* id, const Student& student, const compile::Built& built) {
    const auto file = built.facts.find("file");
    const std::string name = student.hand_in.student + " (" + (file == built.facts.end() ? built.program : file->second) + ")";
    if (named.insert(id + name).second) classes::add_finding(found, id, name);
  };
  for (const Student& student : students)
    for (const Entry& lab : student.labs)
      for (const compile::Built& built : lab.programs) {
        if (built.reason == "other_name") add("class_misnamed", student, built);
        if (built.facts.count("empty") > 0) add("class_empty_files", student, built);
      }
  for (const classes::Finding& finding : found) print_paragraph(finding_in_words(finding, language));
}

void print_list(const std::vector<Student>& students, const std::vector<classes::Finding>& passed_over, const report::Style& style) {
  constexpr int kWidestId = 24, kWidestName = 32;
  int id_width = 0, name_width = 0;
  for (const Student& student : students) {
    id_width = std::clamp(report::columns(student.hand_in.id), id_width, kWidestId);
    name_width = std::clamp(report::columns(student.hand_in.student), name_width, kWidestName);
  }
  for (const Student& student : students) print_student(student, id_width, name_width, style);
  for (const classes::Finding& finding : passed_over) print_paragraph(finding_in_words(finding, style.language));
  const auto count = [&](auto&& which) { return std::count_if(students.begin(), students.end(), which); };
  print_paragraph(sentence(style.language, "class_summary",
                           {{"students", students.size()},
                            {"late", count([](const Student& student) { return student.hand_in.late; })},
                            {"empty", count([](const Student& student) { return !has_any(student); })},
                            {"found", count(has_something_to_check)}}));
  print_doubtful_files(students, style.language);
}

Json as_json(const std::vector<classes::Finding>& findings) {
  Json list = Json::array();
  for (const classes::Finding& finding : findings) list.push_back({{"id", finding.id}, {"args", finding.facts}});
  return list;
}

std::string json_of(const std::vector<Student>& students, const std::vector<classes::Finding>& passed_over) {
  Json list = Json::array();
  for (const Student& student : students) {
    const classes::HandIn& hand_in = student.hand_in;
    Json labs = Json::array();
    for (const Entry& lab : student.labs) {
      Json programs = Json::array();
      for (const compile::Built& built : lab.programs) {
        const auto file = built.facts.find("file");
        programs.push_back(
            {{"program", built.program}, {"found", state_of(built)}, {"file", file == built.facts.end() ? "" : file->second}});
      }
      labs.push_back({{"lab", lab.lab}, {"programs", programs}});
    }
    list.push_back({{"id", hand_in.id},
                    {"student", hand_in.student},
                    {"platform", hand_in.platform},
                    {"given_as", hand_in.given_as},
                    {"late", hand_in.late},
                    {"attempt", hand_in.attempt},
                    {"labs", labs},
                    {"findings", as_json(hand_in.findings)}});
  }
  const Json whole = {{"schema", "win-ipc-lab/class-list/1"}, {"students", list}, {"findings", as_json(passed_over)}};
  return whole.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void list_class(const std::vector<classes::HandIn>& hand_ins, const std::vector<classes::Finding>& passed_over,
                const std::vector<const rubric::Lab*>& labs, const fs::path& work, const ClassOptions& options, const Reports& reports) {
  ProgressLine progress(reports.language);
  progress.begin(sentence(reports.language, "class_reading"), hand_ins.size());
  std::vector<Student> students;
  for (const classes::HandIn& hand_in : hand_ins) {
    students.push_back(look_into(hand_in, labs, work / "student"));
    progress.show(students.size(), hand_ins.size(), hand_in.student);
  }
  progress.clear();
  print_list(students, passed_over, style_of(reports));
  std::fflush(stdout);
  if (!options.json.empty()) text::write_file(text::path_of(options.json), json_of(students, passed_over), options.json);
}

// Throws text::Problem for an archive from which files are missing: students would lose points.
void require_whole(const fs::path& download, const std::vector<classes::Finding>& passed_over, Language language) {
  static const std::set<std::string> kHarmless{"class_loose_file", "class_link", "class_special", "class_escapes", "class_renamed"};
  if (!fs::is_regular_file(download)) return;
  for (const classes::Finding& finding : passed_over)
    if (kHarmless.count(finding.id) == 0)
      throw text::Problem("class_download_incomplete", {{"file", utf8(download)}, {"found", finding_in_words(finding, language)}});
}

// Throws text::Problem if the results are in a place where the next grading would treat them as a hand-in.
void require_outside(const fs::path& out, const fs::path& download) {
  const fs::path below = fs::weakly_canonical(out).lexically_relative(fs::weakly_canonical(download));
  if (!below.empty() && *below.begin() != "..") throw text::Problem("class_out_inside", {{"out", utf8(out)}});
}

std::optional<std::string> variable(const std::string& name) {
  const char* const value = std::getenv(name.c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

int list_or_grade(const Kit& kit, const ClassOptions& options, const Reports& reports) {
  if (options.list == !options.out.empty()) throw text::Problem(options.list ? "class_list_and_out" : "class_list_or_out");
  auto labs = kit.chosen(options.labs);
  std::sort(labs.begin(), labs.end(), [](const rubric::Lab* a, const rubric::Lab* b) { return a->number < b->number; });
  const WorkFolder work(kit.work);
  std::vector<classes::Finding> passed_over;
  const std::vector<classes::HandIn> hand_ins = classes::find_hand_ins(options.folder, find_options(options, work.path()), &passed_over);
  if (hand_ins.empty()) throw text::Problem("class_nothing", {{"folder", utf8(options.folder)}});
  if (options.list) {
    list_class(hand_ins, passed_over, labs, work.path(), options, reports);
    return 0;
  }
  require_whole(options.folder, passed_over, reports.language);
  require_outside(options.out, options.folder);
  classes::require_results_or_nothing(options.out);
  if (!options.no_box && has_sandboxes()) box::require_sandbox();
  require_output_options(options.outputs, options.out, labs);
  const classes::Shard shard = options.shard.empty() ? classes::Shard() : classes::shard_of(options.shard, variable);
  if (!options.shard.empty()) print_paragraph(sentence(reports.language, "class_shard", {{"number", shard.number}, {"of", shard.of}}));
  if (options.labs.empty()) {
    std::string all;
    for (const rubric::Lab* lab : labs) all += (all.empty() ? "" : ", ") + lab->number;
    print_paragraph(sentence(reports.language, "class_all_labs", {{"labs", all}}));
  }
  std::fflush(stdout);
  UnitOptions of_each;
  for (const rubric::Lab* lab : labs) of_each.labs.push_back(lab->number);
  of_each.no_box = options.no_box;
  of_each.no_compare = choices_in(options.out, options.outputs.chosen).no_compare;
  if (!of_each.no_compare) record_correct_runs(kit, labs, reports.language);
  const int status = grade_class(kit, hand_ins, options.out, of_each, shard, options.outputs, options.jobs, reports);
  for (const classes::Finding& finding : passed_over) print_paragraph(finding_in_words(finding, reports.language));
  return status;
}

}  // namespace

Command class_command() {
  return {
      "class",
      {"grade what a class handed in, as downloaded from a learning platform", "학습 플랫폼에서 내려받은 한 반의 제출물을 채점합니다"},
      [](Options& add) -> Command::Run {
        const auto options = std::make_shared<ClassOptions>();
        add.option("DIR", options->folder,
                   {"the download, or a folder with a folder or an archive for each student",
                    "내려받은 파일, 또는 학생마다 폴더나 압축 파일이 하나씩 있는 폴더"})
            .required();
        add.flag("--list", options->list,
                 {"list the students and their programs, without building anything", "학생과 프로그램만 보여 주고 빌드하지 않습니다"});
        add.option("--out", options->out,
                   {"grade the class into this folder; run it again to resume",
                    "채점해서 이 폴더에 결과를 남깁니다. 다시 실행하면 이어서 채점합니다"});
        add.option("--jobs", options->jobs, {"how many submissions to grade at a time", "한 번에 채점할 제출물의 개수"}).between(1, 64);
        add.option(
            "--shard", options->shard,
            {"I/N: grade only the I-th of N parts of the class; auto: as set by Slurm, Kubernetes, GitLab or GTEST_*; then use lab merge",
             "I/N: 한 반을 N개로 나눈 것 중 I번째만 채점합니다. auto: Slurm, Kubernetes, GitLab, GTEST_*의 설정에 따릅니다. 채점한 "
             "다음 lab merge로 합칩니다"});
        add.option("--lab", options->labs, {"only this lab; can be repeated", "이 실습만. 여러 번 쓸 수 있습니다"});
        add_attempt_choice(add, options->outputs.chosen);
        add_no_box(add, options->no_box);
        add_compare_choice(add, options->outputs.chosen);
        add_output_options(add, options->outputs);
        add.option("--json", options->json, {"write the list to this file as JSON", "목록을 이 파일에 JSON으로 씁니다"});
        return [options](const Kit& kit, const Reports& reports) { return list_or_grade(kit, *options, reports); };
      }};
}

Command regrade_command() {
  struct RegradeOptions {
    fs::path results;
    fs::path against;  // empty: the recordings are judged again
    OutputOptions outputs;
    int jobs = default_jobs();
  };
  return {"regrade",
          {"judge the recordings of a class again, without starting any program",
           "프로그램을 실행하지 않고 한 반의 실행 기록을 다시 채점합니다"},
          [](Options& add) -> Command::Run {
            const auto options = std::make_shared<RegradeOptions>();
            add.option("RESULTS", options->results, {"the folder that lab class wrote", "lab class가 만든 폴더"}).required();
            add.option("--jobs", options->jobs, {"how many submissions to grade at a time", "한 번에 채점할 제출물의 개수"}).between(1, 64);
            add.option("--against", options->against,
                       {"do not judge: compare the grades with those in this folder written by lab class",
                        "다시 채점하지 않고, lab class가 만든 이 폴더의 성적과 비교합니다"});
            add_compare_choice(add, options->outputs.chosen);
            return [options](const Kit& kit, const Reports& reports) {
              if (options->against.empty()) return regrade_class(kit, options->results, options->outputs, options->jobs, reports);
              compare_classes(options->results, options->against, reports.language);
              return 0;
            };
          }};
}

}  // namespace lab::cli
