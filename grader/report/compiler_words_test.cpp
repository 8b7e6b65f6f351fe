// Tests the explanations of the mistakes in compile/snippets/errors.txt: each is compiled like a student's source file, and cl's messages
// are parsed as well.
#include "report/compiler_words.h"

#include <gmock/gmock.h>

#include <fstream>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "compile/attempt.h"
#include "compile/programs.h"
#include "report/compiler_rows.h"
#include "tests/folder.h"

namespace lab::report {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using text::Language;

struct Mistake {
  std::string id, source;
  std::vector<std::string> cl;  // cl's messages, one per line
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.id; }

// "=== ID" begins a mistake, and "> ..." is cl's message for it.
std::vector<Mistake> read_mistakes() {
  std::ifstream in(fs::path(LAB_SOURCE_DIR) / "grader/compile/snippets/errors.txt");
  std::vector<Mistake> all;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("=== "))
      all.push_back({line.substr(4), "", {}});
    else if (line.starts_with("> "))
      all.back().cl.push_back(line.substr(2));
    else if (!all.empty())
      all.back().source += line + "\n";
  }
  return all;
}

const std::vector<Mistake>& mistakes() {
  static const std::vector<Mistake> kMistakes = read_mistakes();
  return kMistakes;
}

compile::Toolchain toolchain() {
  static const tests::Folder kCache;
  return {kCache.path(), fs::path(LAB_SOURCE_DIR) / "grader/compile/student"};
}

// The messages from the kit's compiler for A.cpp, with the settings that are tried first: these are the messages that a student sees.
std::string log_of(const std::string& text) {
  static const compile::Compiler kCompiler = compile::system_compiler(toolchain());
  const tests::Folder work, handed_in;
  handed_in.write("A.cpp", text);
  const compile::Source source = compile::read_source(handed_in.path() / "A.cpp");
  const compile::Job job{"A", source, {}, false, {}, handed_in.path(), work.path(), kCompiler};
  return compile::attempt(job, compile::ladder({}, false).front()).messages;
}

void expect_explained(const std::string& log, const std::string& id) {
  for (const Language language : {Language::kEnglish, Language::kKorean}) {
    const auto explained = explained_error(log, language);
    ASSERT_TRUE(explained) << log;
    EXPECT_EQ(explained->id, id) << log;
    EXPECT_THAT(explained->says, Not(HasSubstr("..."))) << "a name that the message does not have: " << log;
    EXPECT_THAT(explained->says + explained->hint, Not(HasSubstr("{}")));
    EXPECT_FALSE(explained->hint.empty());
  }
}

class Mistakes : public testing::TestWithParam<Mistake> {};

TEST_P(Mistakes, AreExplained) {
  if (!GetParam().source.empty()) expect_explained(log_of(GetParam().source), GetParam().id);
}

TEST_P(Mistakes, AreExplainedFromTheWordsOfCl) {
  EXPECT_FALSE(GetParam().cl.empty());
  for (const std::string& line : GetParam().cl) expect_explained("A.cpp\n" + line + "\n", GetParam().id);
}

INSTANTIATE_TEST_SUITE_P(Snippets, Mistakes, testing::ValuesIn(mistakes()), [](const auto& test) { return test.param.id; });

TEST(CompilerWords, EachErrorThatIsExplainedHasAMistake) {
  std::set<std::string_view> tried, known;
  for (const Mistake& mistake : mistakes()) tried.insert(mistake.id);
  for (const CompilerRow& row : error_rows()) known.insert(row.id);
  EXPECT_EQ(tried, known);
  EXPECT_GE(known.size(), 20u);
}

TEST(CompilerWords, NameTheLineAndWhatStandsThere) {
  const auto explained = explained_error(
      "A.cpp: In function 'int main()':\nA.cpp:33:17: error: 'numbr' was not declared in this scope; did you mean 'number'?\n",
      Language::kEnglish);
  ASSERT_TRUE(explained);
  EXPECT_THAT(explained->says, AllOf(HasSubstr("33"), HasSubstr("numbr")));
  EXPECT_THAT(explained_error("A.cpp:2:3: error: 'printf' was not declared in this scope\n", Language::kKorean)->hint,
              HasSubstr("<stdio.h>"));
}

TEST(CompilerWords, SayWhichVariableHasTheWrongType) {
  const auto explained = explained_error(
      "A.cpp:21:44: error: invalid conversion from 'int*' to 'LPDWORD' {aka 'long unsigned int*'} [-fpermissive]\n", Language::kEnglish);
  ASSERT_TRUE(explained);
  EXPECT_EQ(explained->says, "Line 21 has the address of an int (int*) where the address of a DWORD (LPDWORD) is needed.");
  EXPECT_THAT(explained->hint, HasSubstr("the address of a DWORD"));
}

TEST(CompilerWords, DoNotTakeTheAddressOfAHandleForOneOnceTooOften) {
  const auto explained = explained_error(
      "A.cpp:2:3: error: cannot convert 'HANDLE*' {aka 'void**'} to 'LPDWORD' {aka 'long unsigned int*'}\n", Language::kEnglish);
  ASSERT_TRUE(explained);
  EXPECT_EQ(explained->id, "address_of_another");
}

TEST(CompilerWords, HaveTheArticleThatIsSpoken) {
  const auto says = [](const std::string& from, const std::string& to) {
    return explained_error("A.cpp:2:3: error: cannot convert '" + from + "' to '" + to + "'\n", Language::kEnglish)->says;
  };
  EXPECT_EQ(says("int", "HANDLE"), "Line 2 has an int where a HANDLE is needed.");
  EXPECT_EQ(says("PROCESS_INFORMATION", "HMODULE"), "Line 2 has a PROCESS_INFORMATION where an HMODULE is needed.");
  EXPECT_THAT(says("DWORD**", "LPDWORD"), HasSubstr("it has a DWORD** where an LPDWORD is needed"));
}

TEST(CompilerWords, SayNothingOfAnErrorThatIsNotKnown) {
  EXPECT_FALSE(explained_error("A.cpp:3:5: error: something that only templates do\nA.cpp:4:1: error: expected '}' at end of input\n",
                               Language::kEnglish))
      << "a later error may be a consequence of the first";
  EXPECT_FALSE(explained_error("A.cpp(3): error C9999: ?\n", Language::kEnglish));
  EXPECT_EQ(explained_error("A.cpp:3:61: error: invalid conversion from 'int' to 'LPSECURITY_ATTRIBUTES'\n"
                            "A.cpp:3:22: error: too few arguments to function 'void* CreateFileW(LPCWSTR, DWORD)'\n",
                            Language::kEnglish)
                ->id,
            "wrong_argument_count");
  EXPECT_FALSE(explained_error("A.cpp:3:5: warning: unused variable 'x'\n", Language::kEnglish));
  EXPECT_FALSE(explained_error("", Language::kEnglish));
}

TEST(CompilerWords, ReadMessagesThatAreCutOff) {
  for (const char* line : {"A.cpp:", ": error: ", "A.cpp:1:1: error: cannot convert", "A.cpp:1: error: 'x", "(: error C",
                           "): error C2664: 'a' 'b'", "A.cpp(99999999999): error C2065: ''", "undefined reference to `"})
    explained_error(line, Language::kEnglish);
}

struct Telling {
  const char* id;
  const char* source;
  const char* cl;
};

constexpr const char* kHead = "#include <windows.h>\n#include <stdio.h>\n#include <tchar.h>\nint _tmain() {\n";

constexpr Telling kTelling[] = {
    {"assigned_in_condition", "HANDLE slot = NULL;\nif (slot = INVALID_HANDLE_VALUE) return 1;\nreturn 0;\n}\n",
     "A.cpp(6): warning C4706: assignment used as a condition"},
    {"addresses_compared", "TCHAR message[9] = _T(\"\");\nif (message == _T(\"exit\")) return 1;\nreturn 0;\n}\n",
     "A.cpp(6): warning C4130: '==': logical operation on address of string constant"},
    {"wrong_format", "DWORD count = 1;\nprintf(\"%s\\n\", count);\nreturn 0;\n}\n",
     "A.cpp(6): warning C4477: 'printf' : format string '%s' requires an argument of type 'char *', but variadic argument 1 has type "
     "'DWORD'"},
    {"no_effect", "TCHAR text[9] = _T(\"\");\ntext[0] == 0;\nreturn text[0];\n}\n",
     "A.cpp(6): warning C4553: '==': result of expression not used; did you intend '='?"},
    {"variable_not_used", "DWORD written = 0;\nreturn WriteFile(NULL, \"a\", 1, NULL, NULL);\n}\n",
     "A.cpp(5): warning C4101: 'written': unreferenced local variable"},
    {"value_not_used", "HANDLE slot = ULongToHandle(_tcstoul(_T(\"4\"), NULL, 10));\nreturn 0;\n}\n", ""},
    {"result_not_looked_at", "BOOL closed = FALSE;\nclosed = CloseHandle(NULL);\nreturn 0;\n}\n",
     "A.cpp(5): warning C4189: 'closed': local variable is initialized but not referenced"},
    {"empty_body", "int count = 0;\nif (GetLastError() == 5);\n  count = 1;\nreturn count;\n}\n",
     "A.cpp(6): warning C4390: ';': empty controlled statement found; is this the intent?"},
    {"always_the_same", "DWORD count = GetLastError();\nif (count < 0) return 1;\nreturn 0;\n}\n",
     "A.cpp(6): warning C4296: '<': expression is always false"},
    {"uninitialized", "int count;\nif (count == 3) return 1;\nreturn 0;\n}\n",
     "A.cpp(6): warning C4700: uninitialized local variable 'count' used"},
    {"may_be_uninitialized", "LPDWORD written;\nwhile (GetLastError() == 3) WriteFile(NULL, \"a\", 1, written, NULL);\nreturn 0;\n}\n",
     "A.cpp(6): warning C4703: potentially uninitialized local pointer variable 'written' used"},
    {"number_cast_to_handle", "DWORD id = GetCurrentProcessId();\nreturn WaitForSingleObject((HANDLE)id, INFINITE);\n}\n",
     "A.cpp(6): warning C4312: 'type cast': conversion from 'DWORD' to 'HANDLE' of greater size"},
    {"hidden_by_another", "int count = 1;\nif (GetLastError() == 5) {\n  int count = 2;\n  printf(\"%d\", count);\n}\nreturn count;\n}\n",
     "A.cpp(7): warning C4456: declaration of 'count' hides previous local declaration"},
    {"size_of_pointer", "return 0;\n}\nint room(TCHAR text[9]) { return (int)sizeof(text); }\n", ""},
    {"null_for_address", "PROCESS_INFORMATION pi;\nreturn CreateProcess(NULL, NULL, NULL, NULL, FALSE, 0, NULL, NULL, NULL, &pi);\n}\n",
     ""},
    {"more_than_the_array", "TCHAR line[9];\n_fgetts(line, sizeof(line), stdin);\nreturn line[0];\n}\n", ""},
    {"local_returned", "return 0;\n}\nTCHAR* text() {\n  TCHAR own[9] = _T(\"\");\n  return own;\n}\n",
     "A.cpp(9): warning C4172: returning address of local variable or temporary: own"},
    {"no_return", "return 0;\n}\nint half(int n) { if (n) return n / 2; }\n",
     "A.cpp(7): warning C4715: 'half': not all control paths return a value"},
    {"single_backslash", "puts(\"\\\\.\\mailslot\");\nreturn 0;\n}\n",
     "A.cpp(5): warning C4129: 'm': unrecognized character escape sequence"},
};

#ifdef _WIN32
constexpr bool kCompiledByGcc = false;
#else
constexpr bool kCompiledByGcc = true;
#endif

std::set<std::string_view> told(const std::string& log, Seen seen = Seen::kNothing) {
  std::set<std::string_view> ids;
  for (const Language language : {Language::kEnglish, Language::kKorean})
    for (const Explained& warning : telling_warnings(log, language, seen)) ids.insert(warning.id);
  return ids;
}

TEST(CompilerWarnings, ThatNameAMistakeAreExplained) {
  std::set<std::string_view> tried, known;
  for (const Telling& one : kTelling) {
    tried.insert(one.id);
    if (kCompiledByGcc) {
      const std::string log = log_of(std::string(kHead) + one.source);
      EXPECT_THAT(told(log, Seen::kCrash), testing::ElementsAre(one.id)) << log;
    }
    if (*one.cl) {
      EXPECT_THAT(told(std::string(one.cl) + "\n", Seen::kCrash), testing::ElementsAre(one.id)) << one.cl;
    }
  }
  const std::string with_level = "A.cpp:5:6: warning: variable 'closed' set but not used [-Wunused-but-set-variable=]\n";  // GCC 16
  EXPECT_THAT(told(with_level), testing::ElementsAre("result_not_looked_at"));
  for (const CompilerRow& row : warning_rows()) known.insert(row.id);
  EXPECT_EQ(tried, known);
}

TEST(CompilerWarnings, ThatAreHabitsAreNotTold) {
  if (!kCompiledByGcc) GTEST_SKIP() << "the warnings that a habit causes differ from compiler to compiler, and these are GCC's";
  const std::string log =
      log_of(std::string(kHead) + "DWORD count = 1;\nprintf(\"%d\\n\", count);\nfor (int i = 0; i < count; i++) {}\nreturn 0;\n}\n");
  EXPECT_THAT(log, HasSubstr("warning"));
  EXPECT_THAT(told(log), testing::IsEmpty()) << log;
}

// These warnings are also issued for some correct programs, or are too vague to be shown without a failure.
TEST(CompilerWarnings, ThatNeedAFailureAreToldAfterOneAlone) {
  const std::string cast =
      "A.cpp:6:2: warning: cast to pointer from integer of different size [-Wint-to-pointer-cast]\n"
      "    6 |  WaitForSingleObject((HANDLE)heir.dwProcessId, INFINITE);\n";
  EXPECT_THAT(told(cast, Seen::kNothing), testing::IsEmpty());
  EXPECT_THAT(told(cast, Seen::kFailure), testing::ElementsAre("number_cast_to_handle"));
  const std::string argument = "A.cpp:6:2: warning: cast to pointer [-Wint-to-pointer-cast]\n    6 |  slot = (HANDLE)_ttoi(argv[1]);\n";
  EXPECT_THAT(told(argument, Seen::kCrash), testing::IsEmpty());
  const std::string maybe = "A.cpp:7:2: warning: 'written' may be used uninitialized [-Wmaybe-uninitialized]\n";
  EXPECT_THAT(told(maybe, Seen::kFailure), testing::IsEmpty());
  EXPECT_EQ(telling_warnings(cast + maybe, Language::kEnglish, Seen::kCrash).front().id, "may_be_uninitialized");
}

// A stub must not be blamed for the code that it leaves to the student.
TEST(CompilerWarnings, OfStubsAndSolutionsAreNone) {
  for (const char* shelf : {"labs", "solutions"})
    for (const auto& lab : fs::directory_iterator(fs::path(LAB_SOURCE_DIR) / shelf)) {
      if (!lab.is_directory()) continue;
      std::vector<std::string> names;
      for (const auto& file : fs::directory_iterator(lab.path()))
        if (file.path().extension() == ".cpp") names.push_back(file.path().stem().string());
      for (const compile::Built& built : compile::build_programs(lab.path(), names, toolchain(), 2))
        EXPECT_THAT(told(built.log), testing::IsEmpty()) << built.program << "\n" << built.log;
    }
}

}  // namespace
}  // namespace lab::report
