// Tests the search for similar source files, with classes generated for this purpose.
#include "class/copies.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "tests/folder.h"

namespace lab::classes {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const std::string kStub = "int main() {\n  //[todo 1] Wait.\n  return 0;\n}\n";

// A different program for each number.
std::string program(int number) {
  std::string text = "int main() {\n";
  for (int i = 0; i < 6 + number; ++i)
    text += "  call_" + std::to_string(number * 7 + i) + "(" + std::to_string(i * number) + ", handle);\n";
  return text + "  return 0;\n}\n";
}

std::vector<Source> students(int count) {
  std::vector<Source> all;
  for (int i = 0; i < count; ++i) all.push_back({"s" + std::to_string(i), program(i)});
  return all;
}

// A line such as "names: s0, s5" for each finding.
std::vector<std::string> found(const std::vector<Source>& sources, const Compare& compare = {}) {
  std::vector<std::string> lines;
  for (const Alike& one : alike(sources, kStub, compare)) {
    std::string line = word(one.kind);
    for (const std::string& student : one.students) line += (&student == &one.students.front() ? ": " : ", ") + student;
    lines.push_back(line);
  }
  return lines;
}

TEST(Copies, AreNoneWhereEveryoneWroteTheirOwn) { EXPECT_THAT(found(students(12)), IsEmpty()); }

TEST(Copies, AreFoundHoweverTheyWereHidden) {
  std::vector<Source> all = students(12);
  all.push_back({"same", program(3)});
  std::string layout = program(4);
  layout.insert(layout.find("  call_"), "\n\n/* mine */   // really\n");
  all.push_back({"layout", layout});
  std::string names = program(5);
  for (std::size_t at = 0; (at = names.find("handle", at)) != std::string::npos; at += 4) names.replace(at, 6, "hProc");
  all.push_back({"names", "// by me\n" + names});
  EXPECT_THAT(found(all), ElementsAre("bytes: s3, same", "layout: s4, layout", "names: s5, names"));
}

TEST(Copies, ANameThatStandsForTwoIsNoRenaming) {
  std::vector<Source> all = students(12);
  std::string other = program(5);
  other.replace(other.find("handle"), 6, "hProc");  // only the first one
  all.push_back({"other", other});
  EXPECT_THAT(found(all), IsEmpty());
}

// What many students write is the usual way to write it.
TEST(Copies, AreNotWhatManyShare) {
  std::vector<Source> all = students(12);
  for (int i = 0; i < 5; ++i) all.push_back({"t" + std::to_string(i), program(3)});
  EXPECT_THAT(found(all), IsEmpty());
}

TEST(Copies, AreNotLookedForInTheStubOrInAFewStudents) {
  std::vector<Source> all = students(12);
  for (const char* name : {"a", "b"}) all.push_back({name, kStub});
  EXPECT_THAT(found(all), IsEmpty());
  EXPECT_THAT(found({{"a", program(3)}, {"b", program(3)}, {"c", program(4)}}), IsEmpty());
}

TEST(Copies, OutliersOfTheClassAreSimilar) {
  const auto compare = [](const std::vector<std::string>& sources) {
    EXPECT_THAT(sources, SizeIs(12));
    EXPECT_EQ(sources[0].find("return 0"), std::string::npos) << "the stub's lines are left out";
    Similarities all;
    for (std::size_t a = 0; a < sources.size(); ++a)
      for (std::size_t b = 0; b < sources.size(); ++b)
        if (a != b) all[{a, b}] = static_cast<int>(20 + (a + b) % 5);
    all[{2, 7}] = 95;
    all[{7, 2}] = 88;
    all[{1, 9}] = 97;  // only in one direction: a short source file inside a long one
    return all;
  };
  const std::vector<Alike> all = alike(students(12), kStub, compare);
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].kind, Alike::Kind::kSimilar);
  EXPECT_THAT(all[0].students, ElementsAre("s2", "s7"));
  EXPECT_EQ(all[0].percent, 88);
  EXPECT_EQ(all[0].usual, 22);
}

// One of several equal source files represents them all, and similarity to a source file shared by many does not count.
TEST(Copies, AreComparedOnce) {
  const auto all_of_two = [](const std::vector<std::string>& sources) {
    Similarities all;
    for (std::size_t a = 0; a < sources.size(); ++a)
      for (std::size_t b = 0; b < sources.size(); ++b) all[{a, b}] = sources[a].substr(0, 9) == sources[b].substr(0, 9) ? 95 : 10;
    return all;
  };
  std::vector<Source> few = students(12);
  few.push_back({"same", program(3)});
  few.push_back({"more", program(3) + "\nvoid more() { call(1, 2, 3); }\n"});
  EXPECT_THAT(found(few, all_of_two), ElementsAre("bytes: s3, same", "similar: s3, more"));
  for (int i = 0; i < 3; ++i) few.push_back({"t" + std::to_string(i), program(3)});
  EXPECT_THAT(found(few, all_of_two), IsEmpty());
}

TEST(Copies, NothingStandsOutWhereAllAreAlike) {
  const auto compare = [](const std::vector<std::string>& sources) {
    Similarities all;
    for (std::size_t a = 0; a < sources.size(); ++a)
      for (std::size_t b = 0; b < sources.size(); ++b) all[{a, b}] = 85 + static_cast<int>((a * b) % 15);
    return all;
  };
  EXPECT_THAT(alike(students(12), kStub, compare), IsEmpty());
}

TEST(Copies, ReadsWhatTheTesterWrites) {
  Similarities all;
  read_similarity("File 3: 344 tokens, 54 lines", all);
  read_similarity("", all);
  read_similarity("12 consists for 85 % of 7 material", all);
  EXPECT_THAT(all, ElementsAre(testing::Pair(testing::Pair(12u, 7u), 85)));
}

TEST(Copies, KeepsTheSourcesThatAreCompared) {
  const tests::Folder folder;
  folder.write("in/a lab/addermanager.cpp", "int main() {}\n");
  folder.write("in/notes.txt", "x");
  keep_sources(folder.path() / "in", {{"05", {"PartAdder", "AdderManager"}}}, folder.path() / "unit");
  std::ifstream kept(folder.path() / "unit" / kSourcesFolder / "05" / "AdderManager.cpp");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(kept), {}), "int main() {}\n");
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "unit" / kSourcesFolder / "05" / "PartAdder.cpp"));
}

}  // namespace
}  // namespace lab::classes
