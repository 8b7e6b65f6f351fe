// Damaged and malicious run files are rejected with the line number and a next step.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "trace/run_text.h"

namespace lab::trace {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

struct Damage {
  const char* what;
  std::string text;
  const char* line;
  const char* problem;
};

void PrintTo(const Damage& damage, std::ostream* out) { *out << damage.what; }

class DamagedRunFile : public ::testing::TestWithParam<Damage> {};

TEST_P(DamagedRunFile, IsRefusedWithTheLineAndANextStep) {
  const std::string problem = problem_in(GetParam().text);
  EXPECT_THAT(problem, StartsWith(std::string("line ") + GetParam().line + ": "));
  EXPECT_THAT(problem, HasSubstr(GetParam().problem));
  EXPECT_THAT(problem, HasSubstr("--runs"));
}

std::string with(const std::string& line) { return kHeader + kProgram + line + "\n" + kEnd; }

INSTANTIATE_TEST_SUITE_P(
    All, DamagedRunFile,
    ::testing::Values(
        Damage{"not JSON", kHeader + "{\"t\":", "2", "not JSON"}, Damage{"JSON on several lines", "{\n}\n", "1", "not a recording"},
        Damage{"not an object", "[1]\n", "1", "not a JSON object"}, Damage{"no kind", "{}\n", "1", "\"t\" is missing"},
        Damage{"unknown kind", with(R"({"t":"cal"})"), "3", "none of run, program"},
        Damage{"another schema", R"({"t":"run","schema":"win-ipc-lab/run/2"})", "1", "schema"},
        Damage{"a call of a function that is not recorded", with(R"({"t":"call","api":"Beep","begin":{"o":1}})"), "3",
               "\"api\" is none of CreateProcess, OpenProcess"},
        Damage{"no function", with(R"({"t":"call","begin":{"o":1}})"), "3", "\"api\" is missing"},
        Damage{"a call before the run", R"({"t":"call","api":"Sleep","begin":{"o":1}})", "1", "outside a run"},
        Damage{"two headers", kHeader + kHeader, "2", "no end line"}, Damage{"cut off", kHeader + kProgram, "3", "in the middle of a run"},
        Damage{"no program", kHeader + kEnd, "2", "no program line"},
        Damage{"no begin", with(R"({"t":"call","api":"Sleep"})"), "3", "\"begin\" is missing"},
        Damage{"begin is a number", with(R"({"t":"call","api":"Sleep","begin":4})"), "3", "\"begin\" is not a JSON object"},
        Damage{"a negative order", with(R"({"t":"call","api":"Sleep","begin":{"o":-1}})"), "3", "\"o\" is out of range"},
        Damage{"a fraction", with(R"({"t":"call","api":"Sleep","begin":{"o":1.5}})"), "3", "not a whole number"},
        Damage{"a huge number", with(R"({"t":"call","api":"Sleep","begin":{"o":99999999999999999999999}})"), "3", "not a whole number"},
        Damage{"an impossible time", with(R"({"t":"call","api":"Sleep","begin":{"o":1,"at":9223372036854775807}})"), "3",
               "\"at\" is out of range"},
        Damage{"an end before its begin", with(R"({"t":"call","api":"Sleep","begin":{"o":5},"end":{"o":5}})"), "3", "comes before"},
        Damage{"an error beyond 32 bits", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"error":4294967296})"), "3", "out of range"},
        Damage{"a result beyond 63 bits", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"result":9223372036854775808})"), "3",
               "out of range"},
        Damage{"times 0", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"times":0})"), "3", "times"},
        Damage{"a flag that is a number", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"wide":1})"), "3", "neither true nor false"},
        Damage{"handles that are no list", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"handles":1})"), "3", "not a list"},
        Damage{"an object of an unknown kind", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"on":[{"kind":"mutex"}]})"), "3",
               "none of process, thread"},
        Damage{"text that is no string", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"text":{"a":1}})"), "3", "object of strings"},
        Damage{"a call of nobody", with(R"({"t":"call","api":"Sleep","program":1,"begin":{"o":1}})"), "4",
               "a call of a program that has no line"},
        Damage{"a start of nobody", with(R"({"t":"call","api":"Sleep","started":7,"begin":{"o":1}})"), "4", "a start of a program"},
        Damage{"an object of nobody", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"on":[{"kind":"process","program":3}]})"), "4",
               "an object of a program"},
        Damage{"an event of nobody", with(R"({"t":"event","kind":"still","program":-2,"when":{"o":1}})"), "4", "an event of a program"},
        Damage{"a mailslot without a name", with(R"({"t":"slot"})"), "3", "\"name\" is missing"},
        Damage{"a mailslot of nobody", with(R"({"t":"slot","name":"m","owner":1})"), "4", "a mailslot of a program that has no line"},
        Damage{"an object of no mailslot", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"on":[{"kind":"mailslot","slot":0}]})"), "4",
               "an object of a mailslot that has no line"},
        Damage{"a call on no mailslot", with(R"({"t":"call","api":"Sleep","slot":-1,"begin":{"o":1}})"), "4", "a call of a mailslot"},
        Damage{"an event of no mailslot",
               with(R"({"t":"slot","name":"m"})"
                    "\n"
                    R"({"t":"event","kind":"posted","slot":1,"when":{"o":1}})"),
               "5", "an event of a mailslot"},
        Damage{"a message that is no string", with(R"({"t":"event","kind":"posted","text":7,"when":{"o":1}})"), "3",
               "\"text\" is not a string"},
        Damage{"a share mode beyond 32 bits", with(R"({"t":"call","api":"Sleep","begin":{"o":1},"share":-1})"), "3", "out of range"},
        Damage{"its own parent", kHeader + R"({"t":"program","parent":0})", "2", "not an earlier program"},
        Damage{"half a byte", kHeader + kProgram + R"({"t":"end","stdout_hex":"f"})", "3", "odd number"},
        Damage{"no digit", kHeader + kProgram + R"({"t":"end","stdout_hex":"fg"})", "3", "hexadecimal"},
        Damage{"bytes that are no UTF-8", kHeader + "{\"t\":\"program\",\"name\":\"\xff\"}", "2", "not JSON"},
        Damage{"nesting without end", kHeader + std::string(1 << 20, '['), "2", "more than 100000 values"},
        Damage{"a line without end", kHeader + std::string((16u << 20) + 1, ' '), "2", "longer than 16 MiB"}));

TEST(RunFile, RefusesMoreProgramsThanAnyRunHas) {
  std::string text = kHeader;
  for (int i = 0; i < 4097; ++i) text += kProgram;
  EXPECT_THAT(problem_in(text), HasSubstr("more than 4096 programs"));
}

TEST(RunFile, TakesSixtyFourMailslotsAndNoMore) {
  const std::string slot = R"({"t":"slot","name":"mailbox"})"
                           "\n";
  std::string slots;
  for (int i = 0; i < 64; ++i) slots += slot;
  EXPECT_EQ(read_text(kHeader + kProgram + slots + kEnd).at(0).slots.size(), 64u);
  EXPECT_THAT(problem_in(kHeader + kProgram + slots + slot + kEnd), HasSubstr("line 67: the run has more than 64 mailslots"));
}

TEST(RunFile, ErrorsNameTheFile) {
  const auto folder = std::filesystem::path(LAB_BUILD_DIR) / "trace_test_files";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "bad.jsonl") << kHeader << "{}";
  std::ofstream(folder / "empty.jsonl") << "\n";
  const auto problem = [](const std::filesystem::path& file) -> std::string {
    try {
      read(file);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "no problem";
  };
  EXPECT_THAT(problem(folder / "bad.jsonl"), HasSubstr("bad.jsonl: line 2: "));
  EXPECT_THAT(problem(folder / "empty.jsonl"), HasSubstr("there is no run"));
  EXPECT_THAT(problem(folder / "absent.jsonl"), HasSubstr("absent.jsonl: cannot be opened"));
  EXPECT_THAT(problem(folder), HasSubstr("cannot be opened"));
  std::filesystem::remove_all(folder);
}

TEST(RunFile, ErrorsDoNotRepeatWhatAHostileFileSays) {
  EXPECT_THAT(problem_in(with("{\"t\":\"\\u001b[2Jclear\"}")), Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace lab::trace
