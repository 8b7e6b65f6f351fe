// Handout 00 explains every sign and word that a timeline draws, in both languages.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "report/describe.h"
#include "report/report_samples.h"

namespace lab::report {
namespace {

using testing::IsSupersetOf;
using Signs = std::set<std::string>;

// The kind of a result: "=error 2" and "=error 183" are one, as are all texts.
std::string kind_of(const std::string& label) {
  const std::string any_number = std::regex_replace(label, std::regex("[0-9]+"), "0");
  return std::regex_replace(any_number, std::regex("\".*\""), "\"\"");
}

// What is in `code` in the first column of the handout's tables.
Signs signs_in(const std::string& language) {
  const auto file = std::filesystem::path(LAB_SOURCE_DIR) / "handouts" / ("00." + language + ".md");
  std::ifstream in(file, std::ios::binary);
  Signs signs;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| ")) continue;
    const std::string cell = line.substr(0, line.find(" | "));
    const std::regex code("`([^`]+)`|&#124;");
    for (std::sregex_iterator at(cell.begin(), cell.end(), code), end; at != end; ++at)
      signs.insert(kind_of((*at)[1].matched ? (*at)[1].str() : "|"));
  }
  return signs;
}

// Every call, also as one that prints or reads from the keyboard, with each kind of result.
std::vector<Call> calls() {
  std::vector<Call> calls;
  for (const auto& [api, name] : trace::kApis)
    for (const std::string stream : {"", "stdin", "stdout"})
      for (const std::int64_t result : {0LL, 1LL, 258LL, 0xFFFFFFFFLL})
        for (const std::uint32_t error : {0U, 2U, 109U, 121U})
          for (const std::string text : {"", "hello"}) {
            if (!stream.empty() && api != (stream == "stdin" ? Api::kReadFile : Api::kWriteFile)) continue;
            Call& one = calls.emplace_back(call(api, 1, 2));
            one.result = result;
            one.error = result == 0 ? error : 0;
            if (!stream.empty()) one.text["stream"] = stream;
            if (!text.empty()) one.text[stream == "stdin" ? "read" : stream == "stdout" ? "written" : "message"] = text;
            if (text.empty()) one.value = 15;
            one.times = text.empty() ? 3 : 1;
          }
  return calls;
}

void add_result(const std::string& label, Signs& signs) {
  if (label.empty()) return;
  const std::size_t times = label.find(" x");
  if (times != 0) signs.insert(kind_of(label.substr(0, times)));
  if (times != std::string::npos) signs.insert(kind_of(label.substr(times + 1)));
}

TEST(Signs, AreExplainedInHandout00) {
  Signs drawn = {"|", "^", "-", ".", "!", "=", ">", "<", "Non-Signaled", "Signaled"};  // report/lanes.h
  for (const Call& call : calls()) {
    if (const std::string name = short_name(call); name != trace::name(call.api)) drawn.insert(name);
    add_result(short_result(call), drawn);
  }
  for (const char* language : {"en", "ko"}) EXPECT_THAT(signs_in(language), IsSupersetOf(drawn)) << language;
}

// Pictures have full names, but the same results, and an x that is not ASCII.
TEST(Signs, OfPicturesAreExplainedThereToo) {
  Signs drawn;
  for (const Call& call : calls()) {
    const std::string answer = std::regex_replace(picture_answer(race(), call), std::regex("\xC3\x97"), "x");
    if (!answer.empty()) add_result((answer.starts_with("x") ? " " : "=") + answer, drawn);
  }
  for (const char* language : {"en", "ko"}) EXPECT_THAT(signs_in(language), IsSupersetOf(drawn)) << language;
}

}  // namespace
}  // namespace lab::report
