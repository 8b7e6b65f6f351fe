// Tests the hostile set: a class whose programs attack the grader, the compiler and the machine. Each is followed by a correct submission.
// Skipped if this machine allows no sandboxes.
#ifndef _WIN32
#include <fmt/core.h>
#include <sys/stat.h>

#include <cctype>
#include <cstdio>
#include <functional>
#include <iterator>
#include <set>
#include <sstream>

#include "box/sandbox.h"
#include "tests/kit_command.h"
#include "text/problem.h"

namespace lab::tests {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFewestPrograms = 35, kFewestSources = 15;

// The expected result of a submission: the outcomes of its program's checks with their reasons. If they depend on the machine, there are
// several alternatives ("timed_out loops_forever or timed_out flooded").
struct Expected {
  std::string name, program, outcomes;
  bool is_source = false;  // attacks the compiler or the file handling
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
  return first == text.npos ? "" : text.substr(first, last - first + 1);
}

// Whether "not_gradable patched" is among "failed never_created_slot or not_gradable patched".
bool is_among(const std::string& outcome, const std::string& outcomes) {
  for (std::size_t at = 0; at <= outcomes.size();) {
    const std::size_t end = std::min(outcomes.find(" or ", at), outcomes.size());
    if (trimmed(outcomes.substr(at, end - at)) == outcome) return true;
    at = end + 4;
  }
  return false;
}

std::string bytes_of(const fs::path& file) { return text_of(file); }

// The bytes of a 64-bit Windows program from a linker, to be damaged.
std::string exe_bytes() { return bytes_of(kRoot / "build" / "mingw" / "bin" / "SlotFacts.exe"); }

void put_number(std::string& bytes, std::size_t at, std::uint32_t number) {
  for (std::size_t i = 0; i < 4; ++i) bytes.at(at + i) = static_cast<char>(number >> (8 * i) & 0xFF);
}
std::size_t pe_header(const std::string& exe) {
  std::size_t at = 0;
  for (std::size_t i = 4; i-- > 0;) at = at << 8 | static_cast<unsigned char>(exe.at(0x3C + i));
  return at;
}

// Hand-ins that are not plain text, generated here.
struct Made {
  const char* name;
  const char* outcomes;
  std::function<void(const fs::path& folder)> make;
};

void write(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

const fs::path kSolution = kRoot / "solutions" / "03_broadcast" / "BroadcastReceiver.cpp";
constexpr char kReceiver[] = "BroadcastReceiver";

std::vector<Made> made() {
  const std::string source = std::string(kReceiver) + ".cpp", exe = std::string(kReceiver) + ".exe";
  const auto with_exe = [exe](const std::function<void(std::string&)>& damage) {
    return [exe, damage](const fs::path& folder) {
      std::string bytes = exe_bytes();
      damage(bytes);
      write(folder / exe, bytes);
    };
  };
  return {
      {"link_to_solution", "not_gradable left_out", [=](const fs::path& folder) { fs::create_symlink(kSolution, folder / source); }},
      {"link_to_machine", "not_gradable left_out", [=](const fs::path& folder) { fs::create_symlink("/etc/passwd", folder / source); }},
      {"link_to_itself", "not_gradable left_out", [=](const fs::path& folder) { fs::create_symlink(source, folder / source); }},
      {"linked_folder", "not_gradable left_out",
       [](const fs::path& folder) { fs::create_directory_symlink(kSolution.parent_path(), folder / "mine"); }},
      {"pipe", "not_gradable left_out", [=](const fs::path& folder) { ASSERT_EQ(mkfifo((folder / source).c_str(), 0600), 0); }},
      {"folder_named_source", "not_gradable no_files", [=](const fs::path& folder) { fs::create_directory(folder / source); }},
      {"newline_in_name", "failed never_created_slot",
       [=](const fs::path& folder) { write(folder / "a\nb\x1b[2J" / source, "int main() {}\n"); }},
      {"command_in_name", "failed never_created_slot",
       [=](const fs::path& folder) { write(folder / "$(touch owned) `touch owned`; touch owned" / source, "int main() {}\n"); }},
      {"option_as_name", "failed never_created_slot",
       [=](const fs::path& folder) { write(folder / "-fplugin=owned.so" / source, "int main() {}\n"); }},
      {"exe_of_linux", "not_gradable not_a_program", [=](const fs::path& folder) { write(folder / exe, bytes_of("/bin/true")); }},
      {"exe_is_script", "not_gradable not_a_program", [=](const fs::path& folder) { write(folder / exe, "#!/bin/sh\ntouch owned\n"); }},
      {"exe_cut_short", "not_gradable not_a_program", with_exe([](std::string& bytes) { bytes.resize(pe_header(bytes) + 100); })},
      {"exe_without_sections", "not_gradable not_a_program", with_exe([](std::string& bytes) { bytes.resize(1024); })},
      {"exe_with_wild_imports", "not_gradable not_a_program",
       with_exe([](std::string& bytes) { put_number(bytes, pe_header(bytes) + 24 + 112 + 8, 0xFFFFF000); })},
      {"exe_with_wild_sections", "not_gradable not_a_program", with_exe([](std::string& bytes) {
         const std::size_t sections = pe_header(bytes) + 24 + 240;
         for (std::size_t i = 0; i < 3; ++i) put_number(bytes, sections + 40 * i + 12, 0x7FFFF000);
       })},
      {"exe_header_in_nowhere", "not_gradable not_a_program", with_exe([](std::string& bytes) { put_number(bytes, 0x3C, 0xFFFFFFF0); })},
  };
}

// Remains of the programs apart from their results: files in /tmp and in `work`, the grader's work folder, and processes that refer to
// `work`.
std::set<std::string> left_behind(const fs::path& work) {
  std::set<std::string> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/tmp", error)) {
    const std::string name = entry.path().filename().string();
    if (name.find("owned") != name.npos || name.find("hostile-left") != name.npos) found.insert("/tmp/" + name);
  }
  for (const auto& entry : fs::directory_iterator(work, error)) found.insert(utf8(entry.path()));
  for (const auto& process : fs::directory_iterator("/proc", error)) {
    const std::string line = text_of(process.path() / "cmdline");
    if (line.find(utf8(work)) != line.npos) found.insert(process.path().filename().string() + ": " + line);
  }
  return found;
}

class KitHostileClass : public testing::Test {
 protected:
  void SetUp() override try { box::require_sandbox(); } catch (const text::Problem& problem) {
    GTEST_SKIP() << "no sandbox can be made here: " << problem.what();
  }

  // Adds the submission `name`, and the correct one that is graded after it.
  fs::path add(const Expected& expected) {
    all_.push_back(expected);
    const fs::path folder = folder_.path() / "class" / expected.name;
    fs::create_directories(folder);
    write(folder_.path() / "class" / (expected.name + "_next") / kSolution.filename(), text_of(kSolution));
    return folder;
  }

  void add_written() {
    for (const auto& entry : fs::directory_iterator(kHostile))
      for (const auto& file : fs::directory_iterator(entry)) {
        const std::string text = text_of(file.path()), first = text.substr(0, text.find('\n')), mark = "// expected: ";
        if (!first.starts_with(mark)) continue;
        const std::string name = entry.path().filename().string(), program = file.path().stem().string();
        const fs::path folder =
            add({name, program, first.substr(mark.size(), first.find(':', mark.size()) - mark.size()), name.starts_with("source_")});
        fs::copy_file(file.path(), folder / file.path().filename());
        if (program == "AdderManager") fs::copy_file(kSolutions / "PartAdder.cpp", folder / "PartAdder.cpp");
      }
  }

  void add_made() {
    for (const Made& one : made()) one.make(add({one.name, kReceiver, one.outcomes, true}));
  }

  // The unit's JSON without the submission's name; "" if there is no unit.
  std::string json_of(const std::string& submission) const {
    for (const auto& unit : fs::directory_iterator(folder_.path() / "out" / "units")) {
      const std::string id = unit.path().filename().string();
      if (id.substr(0, id.rfind('-')) != submission) continue;
      std::string json = text_of(unit.path() / "result.json");
      const std::string name = '"' + submission + '"';
      for (std::size_t at = 0; (at = json.find(name, at)) != json.npos;) json.replace(at, name.size(), "\"NAME\"");
      return json;
    }
    return "";
  }

  Folder folder_;
  std::vector<Expected> all_;
};

// The outcomes of the program's checks, and its points.
struct Verdict {
  std::set<std::string> outcomes;
  int points = 0;
  int others = 0;  // points of the other programs

  Verdict(const std::string& json, const std::string& program) {
    const auto whole = nlohmann::json::parse(json, nullptr, false);
    if (whole.is_discarded()) return;
    for (const auto& lab : whole.at("labs"))
      for (const auto& check : lab.at("checks")) {
        const bool own = check.at("id").get<std::string>().starts_with(program + ".");
        (own ? points : others) += check.at("points").get<int>();
        if (!own || check.at("outcome") == "skipped") continue;
        const auto& because = check.at("because");
        outcomes.insert(check.at("outcome").get<std::string>() + (because.is_null() ? "" : " " + because.at("id").get<std::string>()));
      }
  }
  std::string in_short() const {
    std::string all;
    for (const std::string& outcome : outcomes) all += (all.empty() ? "" : ", ") + outcome;
    return all;
  }
};

TEST_F(KitHostileClass, HarmsOnlyItself) {
  const fs::path work = folder_.path() / "work";
  fs::create_directory(work);
  const std::set<std::string> before = left_behind(work);
  const std::string undisturbed_name = "0_undisturbed";
  write(folder_.path() / "class" / undisturbed_name / kSolution.filename(), text_of(kSolution));
  add_written();
  add_made();
  const Answer answer = lab_as_typed(
      {"class", utf8(folder_.path() / "class"), "--out", utf8(folder_.path() / "out"), "--lab", "03", "--lab", "05", "--jobs", "2"},
      {{"TMPDIR", utf8(work)}});
  EXPECT_EQ(answer.status, 0) << answer.out << answer.err;
  EXPECT_EQ(std::count_if(answer.out.begin(), answer.out.end(), [](char c) { return c >= 0 && c < ' ' && c != '\n'; }), 0) << answer.out;
  const std::string undisturbed = json_of(undisturbed_name);
  EXPECT_EQ(Verdict(undisturbed, kReceiver).points, 4) << undisturbed;

  std::size_t programs = 0, sources = 0;
  for (const Expected& one : all_) {
    (one.is_source ? sources : programs) += 1;
    const Verdict verdict(json_of(one.name), one.program);
    const bool is_next_same = json_of(one.name + "_next") == undisturbed;
    // Prints the table of the set: the program, its result, and whether the next submission's JSON is the same.
    fmt::print("{:24} {:60} {}\n", one.name, verdict.in_short(), is_next_same ? "next: same bytes" : "next: DIFFERENT");
    EXPECT_EQ(verdict.outcomes.size(), 1u) << one.name << ": " << verdict.in_short();
    for (const std::string& outcome : verdict.outcomes) EXPECT_TRUE(is_among(outcome, one.outcomes)) << one.name << ": " << outcome;
    EXPECT_EQ(verdict.points, 0) << one.name;
    EXPECT_EQ(verdict.others, one.program == "AdderManager" ? 5 : 0) << one.name;
    EXPECT_TRUE(is_next_same) << one.name;
  }
  EXPECT_GE(programs, kFewestPrograms);
  EXPECT_GE(sources, kFewestSources);
  EXPECT_EQ(left_behind(work), before);
}

}  // namespace
}  // namespace lab::tests
#endif
