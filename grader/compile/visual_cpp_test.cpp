// Tests snippets that use Visual C++'s dialect (snippets/*.txt), each with the expected result: built, not built, or beyond this grader.
#include <gmock/gmock.h>

#include <fstream>
#include <map>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "compile/programs.h"
#include "tests/folder.h"

namespace lab::compile {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

struct Snippet {
  std::string name, expected;
  std::map<std::string, std::string> files;
};

void PrintTo(const Snippet& snippet, std::ostream* out) { *out << snippet.name; }

// "=== NAME: EXPECTED" begins a snippet, a program NAME.cpp (NAME.c in the file in_c.txt); "--- FILE" begins a file next to it.
std::vector<Snippet> read_snippets() {
  const fs::path folder = fs::path(LAB_SOURCE_DIR) / "grader/compile/snippets";
  std::vector<Snippet> snippets;
  for (const char* file : {"entry_points.txt", "language.txt", "runtime.txt", "libraries.txt", "in_c.txt"}) {
    const std::string ending = std::string(file) == "in_c.txt" ? ".c" : ".cpp";
    std::ifstream in(folder / file);
    std::string* text = nullptr;
    for (std::string line; std::getline(in, line);) {
      if (const std::size_t colon = line.find(": "); line.starts_with("=== ") && colon != line.npos) {
        snippets.push_back({line.substr(4, colon - 4), line.substr(colon + 2), {}});
        text = &snippets.back().files[snippets.back().name + ending];
      } else if (line.starts_with("--- ")) {
        text = &snippets.back().files[line.substr(4)];
      } else if (text) {
        *text += line + "\n";
      }
    }
    if (!text) throw std::runtime_error(std::string("no snippets in ") + file);
  }
  return snippets;
}

const std::vector<Snippet>& snippets() {
  static const std::vector<Snippet> kSnippets = read_snippets();
  return kSnippets;
}

// Builds what this process was asked to test: CTest runs each snippet in a separate process, but a developer may run all of them in one.
const std::map<std::string, Built>& all_built() {
  static const std::map<std::string, Built> kBuilt = [] {
    const tests::Folder cache, handed_in;
    std::map<std::string, Built> all;
    std::vector<std::string> wanted;
    for (const Snippet& snippet : snippets()) {
      for (const auto& [file, text] : snippet.files) handed_in.write(fs::path(snippet.name) / file, text);
      wanted.push_back(snippet.name);
    }
    const Toolchain toolchain{cache.path(), fs::path(LAB_SOURCE_DIR) / "grader/compile/student"};
    const int jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    for (Built& built : build_programs(handed_in.path(), wanted, toolchain, jobs)) all.emplace(built.program, std::move(built));
    return all;
  }();
  return kBuilt;
}

Built build(const Snippet& snippet) {
  if (testing::UnitTest::GetInstance()->test_to_run_count() > 20) return all_built().at(snippet.name);
  const tests::Folder cache, handed_in;
  for (const auto& [file, text] : snippet.files) handed_in.write(file, text);
  return build_programs(handed_in.path(), {snippet.name}, {cache.path(), fs::path(LAB_SOURCE_DIR) / "grader/compile/student"}, 1).at(0);
}

class VisualCpp : public testing::TestWithParam<Snippet> {};

TEST_P(VisualCpp, Builds) {
  static const std::map<std::string, std::string> kReasons{
      {"built", ""}, {"not built", "does_not_compile"}, {"needs Visual C++", "needs_visual_cpp"}};
  const Built built = build(GetParam());
  EXPECT_EQ(built.reason, kReasons.at(GetParam().expected)) << built.log;
  EXPECT_THAT(built.log, Not(HasSubstr("lab_"))) << "a name of the grader's";
  if (GetParam().expected == "not built") {
    EXPECT_THAT(built.log, HasSubstr("error")) << "what to repair";
  }
}

INSTANTIATE_TEST_SUITE_P(Snippets, VisualCpp, testing::ValuesIn(snippets()), [](const auto& test) { return test.param.name; });

TEST(VisualCppSnippets, AreMany) { EXPECT_GE(snippets().size(), 80u); }

}  // namespace
}  // namespace lab::compile
