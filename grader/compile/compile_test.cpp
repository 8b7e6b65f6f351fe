// Tests finding and building what a student handed in, with the real compiler.
#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>

#include "compile/programs.h"
#include "tests/folder.h"
#include "text/problem.h"
#ifndef _WIN32
#include "tests/disk.h"
#endif

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

// One cache for all tests, as in practice; nothing in it may leak from one test into another.
const fs::path& cache() {
  static const tests::Folder folder;
  return folder.path();
}

class Build : public testing::Test {
 protected:
  Built build() const {
    const Toolchain toolchain{cache(), fs::path(LAB_SOURCE_DIR) / "grader/compile/student"};
    return build_programs(handed_in.path(), {"AdderManager"}, toolchain, 1).at(0);
  }

  // Builds AdderManager.cpp with these bytes as its content.
  Built build(const std::string& source) const {
    handed_in.write("AdderManager.cpp", source);
    return build();
  }

  tests::Folder handed_in;
};

const std::string kMain = "int main() { return 0; }\n";

// How the compiler's messages begin.
#ifdef _WIN32
constexpr char kNoHeader[] = "AdderManager.cpp(1): fatal error C1083: ";
constexpr char kErrorInHeader[] = "\npart.h(1): error C", kErrorBehindIt[] = "\nAdderManager.cpp(2): error C";
constexpr char kNoFunction[] = "error LNK2019: ";
constexpr char kUnused[] = "AdderManager.cpp(1): warning C4101: ";
#else
constexpr char kNoHeader[] = "AdderManager.cpp:1:10: fatal error: ";
constexpr char kErrorInHeader[] = "\npart.h:1:18: error:", kErrorBehindIt[] = "\nAdderManager.cpp:2:21: error:";
constexpr char kNoFunction[] = "undefined reference to ";
constexpr char kUnused[] = "AdderManager.cpp:1:18: warning: unused variable";
#endif

TEST_F(Build, MakesAProgramOfASource) {
  const Built built = build(kMain);
  EXPECT_EQ(built.reason, "");
  EXPECT_TRUE(fs::exists(built.exe));
  EXPECT_EQ(built.exe.filename(), "AdderManager.exe");
  EXPECT_EQ(built.found, handed_in.path() / "AdderManager.cpp");
  EXPECT_TRUE(built.from_source);
}

TEST_F(Build, TakesEverySpellingOfMain) {
  for (const char* head : {"int main()", "int main(int argc, char** argv)", "int wmain()", "int wmain(int argc, wchar_t* argv[])",
                           "int _tmain(int argc, TCHAR* argv[])", "int main(void)"}) {
    EXPECT_EQ(build(std::string("#include <windows.h>\n#include <tchar.h>\n") + head + " {}\n").reason, "") << head;
  }
}

TEST_F(Build, SaysThatNothingIsThere) { EXPECT_EQ(build().reason, "missing"); }

TEST_F(Build, FindsItDeepDownInAnotherLetterCase) {
  const fs::path file = handed_in.write("homework 5/내 답/addermanager.CPP", kMain);
  const Built built = build();
  EXPECT_EQ(built.reason, "");
  EXPECT_EQ(built.found, file);
}

TEST_F(Build, PrefersTheSourceToTheProgram) {
  handed_in.write("AdderManager.exe", "MZ");
  EXPECT_TRUE(build(kMain).from_source);
}

TEST_F(Build, NamesTwoSourcesOfOneName) {
  handed_in.write("old/AdderManager.cpp", kMain);
  const Built built = build(kMain);
  EXPECT_EQ(built.reason, "two_sources");
  EXPECT_EQ(built.log, "AdderManager.cpp\nold/AdderManager.cpp\n");
}

TEST_F(Build, TakesTheSourceInTheLabsOwnFolder) {
  const fs::path own = handed_in.write("01_mailslot_receiver/MailReceiver.cpp", kMain);
  const fs::path lent = handed_in.write("lab 02/MailReceiver.cpp", kMain);
  const auto found = [&](const std::string& lab) { return find_programs(handed_in.path(), {"MailReceiver"}, lab).at(0); };
  EXPECT_EQ(found("01").found, own);
  EXPECT_EQ(found("01").reason, "");
  EXPECT_EQ(found("02").found, lent);
  EXPECT_EQ(found("03").reason, "two_sources");
  const fs::path top = handed_in.write("MailReceiver.cpp", kMain);
  EXPECT_EQ(found("03").found, top) << "in no lab's folder";
  EXPECT_EQ(found("01").found, own);
  EXPECT_EQ(found("").reason, "two_sources");
  handed_in.write("old/01/MailReceiver.cpp", kMain);
  EXPECT_EQ(found("01").reason, "two_sources") << "which of the two is meant?";
}

TEST_F(Build, TakesANumberedCopyForTheProgram) {
  const fs::path copy = handed_in.write("AdderManager (12).cpp", kMain);
  EXPECT_EQ(build().found, copy);
  EXPECT_EQ(build(kMain).reason, "two_sources") << "which of the two is meant?";
}

TEST_F(Build, TakesNothingElseInBracketsForANumber) {
  for (const char* name : {"AdderManager ().cpp", "AdderManager (old).cpp", "AdderManager (1) x.cpp", "AdderManager(1).cpp"})
    handed_in.write(name, kMain);
  EXPECT_EQ(build().reason, "missing");
}

TEST_F(Build, IgnoresSourcesAmongBuildOutput) {
  handed_in.write("out/build/AdderManager.cpp", kMain);
  handed_in.write(".vs/AdderManager.cpp", kMain);
  EXPECT_EQ(build().reason, "missing");
}

TEST_F(Build, FollowsNoLinks) {
  const tests::Folder elsewhere;
  std::error_code error;
  fs::create_symlink(elsewhere.write("AdderManager.cpp", kMain), handed_in.path() / "AdderManager.cpp", error);
  if (error) GTEST_SKIP() << "this user or this C++ library cannot make links";
  EXPECT_EQ(build().reason, "missing");
}

TEST_F(Build, ShowsTheCompilersMessagesWithTheStudentsNames) {
  const Built built = build("#include \"part.h\"\nint main() { return nothing; }\n");
  EXPECT_EQ(built.reason, "does_not_compile");
  EXPECT_THAT(built.log, AllOf(StartsWith(kNoHeader), HasSubstr("part.h")));
  EXPECT_TRUE(built.exe.empty());

  handed_in.write("part.h", "int f() { return g(); }\n");
  const Built again = build();
  EXPECT_THAT("\n" + again.log, AllOf(HasSubstr(kErrorInHeader), HasSubstr(kErrorBehindIt)));
  EXPECT_THAT(again.log, Not(HasSubstr(cache().string())));
}

TEST_F(Build, ShowsLinkErrorsToo) {
  const Built built = build("int add(int); int main() { return add(1); }\n");
  EXPECT_EQ(built.reason, "does_not_compile");
  EXPECT_THAT(built.log, AllOf(HasSubstr(kNoFunction), HasSubstr("add(int)")));
}

TEST_F(Build, KeepsWarningsOfAProgramThatCompiles) {
  const Built built = build("int main() { int unused; }\n");
  EXPECT_EQ(built.reason, "");
  EXPECT_THAT(built.log, HasSubstr(kUnused));
}

TEST_F(Build, CompilesTheSameSourceOnce) {
  const Built first = build("int main() { return 10; }\n");
  const auto made = fs::last_write_time(first.exe);
  const Built second = build("int main() { return 10; }\n");
  EXPECT_EQ(second.exe, first.exe);
  EXPECT_EQ(fs::last_write_time(second.exe), made);
  EXPECT_NE(build("int main() { return 11; }\n").exe, first.exe);
}

TEST_F(Build, CompilesAgainWhenAHeaderChanged) {
  handed_in.write("outer.h", "#include \"inner.h\"\n");
  handed_in.write("inner.h", "#define CODE 1\n");
  const Built first = build("#include \"outer.h\"\nint main() { return CODE; }\n");
  handed_in.write("inner.h", "#define CODE 2\n");
  EXPECT_NE(build().exe, first.exe);
}

TEST_F(Build, CompilesAgainWhenAHeaderBehindAMacroChanged) {
  handed_in.write("part.h", "#define CODE 1\n");
  const Built first = build("#define PART \"part.h\"\n#include PART\nint main() { return CODE; }\n");
  EXPECT_EQ(first.reason, "");
  handed_in.write("part.h", "#define CODE 2\n");
  EXPECT_NE(build().exe, first.exe);
}

TEST_F(Build, CompilesAgainWhenAHeaderInAnySpellingChanged) {
  for (const char* line : {"/**/ #include \"part.h\"\n", "%:include \"part.h\"\n", "#inc\\\nlude \"part.h\"\n"}) {
    handed_in.write("part.h", "#define CODE 1\n");
    const std::string source = std::string(line) + "int main() { return CODE; }\n";
    const Built first = build(source);
    EXPECT_EQ(first.reason, "") << line << first.log;
    EXPECT_EQ(build(source).exe, first.exe) << line;
    handed_in.write("part.h", "#define CODE 2\n");
    EXPECT_NE(build(source).exe, first.exe) << line;
  }
}

TEST_F(Build, CompilesAgainWhenALongHeaderChangedAtItsEnd) {
  const std::string filler(std::size_t{2} << 20, '\n');
  handed_in.write("part.h", filler + "#define CODE 1\n");
  const Built first = build("#include \"part.h\"\nint main() { return CODE; }\n");
  EXPECT_EQ(first.reason, "") << first.log;
  handed_in.write("part.h", filler + "#define CODE 2\n");
  EXPECT_NE(build().exe, first.exe);
}

TEST_F(Build, FindsHeadersAsWindowsDoes) {
  handed_in.write("Parts/Sum.h", "#define CODE 1\n");
  const Built built = build("#include <Windows.h>\n#include <TCHAR.H>\n#include \"parts\\sum.h\"\nint main() { return CODE; }\n");
  EXPECT_EQ(built.reason, "") << built.log;
}

TEST_F(Build, ReadsTheEncodingsOfVisualStudio) {
  const std::string source = "// \xEC\x95\x88\xEB\x85\x95\r\nstatic_assert(sizeof L\"\xEC\x95\x88\" == 4);\r\nint main() {}\r\n";
  EXPECT_EQ(build(source).log, "") << "UTF-8";
  EXPECT_EQ(build("\xEF\xBB\xBF" + source).log, "") << "UTF-8 with a mark";

  const std::string korean =
      "// \xBE\xC8\xB3\xE7\r\nstatic_assert(sizeof L\"\xBE\xC8\" == 4);\nstatic_assert(sizeof \"\xBE\xC8\" == 3);\nint main() {}\n";
  const Built built = build(korean);
  EXPECT_EQ(built.reason + built.log, "") << "code page 949";

  std::string wide = "\xFF\xFE";
  for (const char c : std::string("static_assert(sizeof L\"")) wide += {c, '\0'};
  wide += "\x48\xC5";  // U+C548
  for (const char c : std::string("\" == 4);\r\nint main() {}\r\n")) wide += {c, '\0'};
  EXPECT_EQ(build(wide).log, "") << "UTF-16";
  EXPECT_EQ(build().reason, "");
}

TEST_F(Build, ShowsNothingOfFilesThatWereNotHandedIn) {
  const tests::Folder elsewhere;
  const std::string secret = elsewhere.write("secret.txt", "swordfish trout\n").string();
  for (const std::string& include : {"#include \"" + secret + "\"\n", "#define SECRET \"" + secret + "\"\n#include SECRET\n"}) {
    const Built built = build(include + kMain);
    EXPECT_EQ(built.reason, "does_not_compile");
    EXPECT_THAT(built.log, Not(HasSubstr("swordfish")));
    EXPECT_THAT(built.log, HasSubstr("secret.txt"));
    EXPECT_EQ(std::count(built.log.begin(), built.log.end(), '\n'), 2) << "a sentence in each language, and no word of the compiler's";
  }
}

TEST_F(Build, SurvivesAnIncludeWithoutEnd) {
  EXPECT_EQ(build("#include \"/dev/zero\"\n" + kMain).reason, "does_not_compile");
  EXPECT_EQ(build("#include \"AdderManager.cpp\"\n" + kMain).reason, "does_not_compile");
}

#ifndef _WIN32
// The same source must compile as soon as there is space; until then, nothing is known about it.
TEST_F(Build, TakesAFullDiskForNoMistakeOfTheProgram) {
  const tests::Folder folder;
  const tests::Disk disk(folder.path());
  if (!disk.is_there()) GTEST_SKIP() << "this user cannot mount a disk";
  const Toolchain toolchain{folder.path(), fs::path(LAB_SOURCE_DIR) / "grader/compile/student"};
  const auto build_there = [&](const std::string& source) {
    handed_in.write("AdderManager.cpp", source);
    return build_programs(handed_in.path(), {"AdderManager"}, toolchain, 1).at(0);
  };
  const std::string program = "#include <iostream>\n#include <vector>\nint main() { std::cout << std::vector<int>(3).size(); }\n";
  EXPECT_EQ(build_there(kMain).reason, "") << "with the kit's own objects, which later builds find";
  disk.fill(40'000);
  try {
    ADD_FAILURE() << build_there(program).reason;
  } catch (const text::Problem& problem) {
    EXPECT_EQ(problem.id(), "compile_disk_full");
  }
  EXPECT_EQ(build("#error No space left on device\n").reason, "does_not_compile");
  disk.empty();
  EXPECT_EQ(build_there(program).reason, "");
}
#endif

TEST_F(Build, LooksIntoProgramsThatAreReady) {
  // The parts of a program's headers that are read: the PE header at 0x40, its machine, its flags, and the type of the optional header.
  const auto exe = [](const std::string& machine, char flags_high) {
    std::string bytes = "MZ" + std::string(0x3A, '\0') + std::string("\x40\0\0\0", 4) + std::string("PE\0\0", 4) + machine;
    bytes += std::string(16, '\0') + '\x22' + flags_high + "\x0B\x02";
    return bytes + std::string(100, '\0');
  };
  const auto reason = [&](const std::string& bytes) {
    handed_in.write("x64/Release/AdderManager.exe", bytes);
    return build().reason;
  };
  EXPECT_EQ(reason(exe("\x64\x86", '\0')), "");
  EXPECT_EQ(reason(exe("\x4C\x01", '\1')), "32_bit");
  EXPECT_EQ(reason(exe("\x64\xAA", '\0')), "arm64");
  EXPECT_EQ(reason(exe("\x64\x86", '\x20')), "dll");
  EXPECT_EQ(reason("just a text"), "not_a_program");
  EXPECT_EQ(reason("MZ"), "not_a_program");
  EXPECT_EQ(reason("MZ" + std::string(0x3A, '\0') + "\xFF\xFF\xFF\xFF"), "not_a_program");
  EXPECT_EQ(reason(""), "not_a_program");
  EXPECT_EQ(reason("\x7F"
                   "ELF"),
            "not_a_program");

  handed_in.write("x64/Debug/AdderManager.exe", exe("\x64\x86", '\0'));
  EXPECT_EQ(build().found.parent_path().filename(), "Debug") << "the one that can be run";
  handed_in.write("x64/Release/AdderManager.exe", exe("\x64\x86", '\0'));
  const fs::path dll = handed_in.write("x64/Release/libstdc++-6.dll", "MZ");
  const Built built = build();
  EXPECT_EQ(built.exe.parent_path().filename(), "Release");
  EXPECT_FALSE(built.from_source);
  EXPECT_THAT(built.beside, testing::ElementsAre(dll));
}

TEST_F(Build, BuildsSeveralAtATimeInTheOrderAskedFor) {
  std::vector<std::string> names;
  for (int i = 0; i < 6; ++i) {
    names.push_back("Program" + std::to_string(i));
    if (i != 3) handed_in.write(names.back() + ".cpp", "int main() { return " + std::to_string(i) + "; }\n");
  }
  const auto built = build_programs(handed_in.path(), names, {cache(), fs::path(LAB_SOURCE_DIR) / "grader/compile/student"}, 3);
  ASSERT_EQ(built.size(), names.size());
  for (std::size_t i = 0; i < built.size(); ++i) {
    EXPECT_EQ(built[i].program, names[i]);
    EXPECT_EQ(built[i].reason, i == 3 ? "missing" : "");
  }
}

}  // namespace
}  // namespace lab::compile
