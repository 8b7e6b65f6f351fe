// Runs the grader as a user does: starts its command line, and returns its exit status, text and JSON.
#pragma once

#include <gmock/gmock.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "compile/process.h"
#include "compile/program_headers.h"
#include "tests/folder.h"
#include "text/path.h"

namespace lab::tests {

using text::utf8;

inline const std::filesystem::path kRoot = LAB_SOURCE_DIR;
inline const std::filesystem::path kSolutions = kRoot / "solutions" / "05_adder_manager";
inline constexpr std::size_t kChecksOfLab05 = 15;
inline const std::filesystem::path kHostile = kRoot / "grader" / "tests" / "programs" / "hostile";

// The known-wrong and also-right programs of lab "05".
inline std::filesystem::path programs_of(const std::string& lab) {
  for (const auto& entry : std::filesystem::directory_iterator(kRoot / "grader" / "labs"))
    if (entry.path().filename().string().starts_with(lab + "_")) return entry.path() / "programs";
  throw std::out_of_range("there is no lab " + lab);
}

inline std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

struct Answer {
  int status = -1;
  std::string out, err;
};

// Runs `lab ARGUMENTS`, exactly as given, for the kit that these tests belong to unless `environment` sets another LAB_ROOT. In English,
// unless --lang says otherwise. `wrapper`: the command that starts it.
inline Answer lab_as_typed(std::vector<std::string> arguments, std::map<std::string, std::string> environment = {},
                           std::vector<std::string> wrapper = {}) {
  compile::Command command;
  command.argv = std::move(wrapper);
  command.argv.push_back(LAB_GRADER);
  command.argv.insert(command.argv.end(), arguments.begin(), arguments.end());
  command.environment = std::move(environment);
  command.environment.emplace("LAB_ROOT", utf8(kRoot));
  command.environment.emplace("LC_ALL", "C.UTF-8");
  command.limit = std::chrono::minutes(10);
  const compile::Finished finished = compile::run(command);
  EXPECT_FALSE(finished.timed_out) << "the grader hangs";
  return {finished.exit_status, finished.out, finished.err};
}

// The same, except that hand-ins are run without a sandbox: this user may not be able to create one, and each sandbox starts Wine again.
inline Answer lab(std::vector<std::string> arguments, std::map<std::string, std::string> environment = {},
                  std::vector<std::string> wrapper = {}) {
  const bool hand_in = !arguments.empty() && arguments[0] == "check" && std::count(arguments.begin(), arguments.end(), "--from") > 0;
  if (hand_in) arguments.push_back("--no-box");
  return lab_as_typed(std::move(arguments), std::move(environment), std::move(wrapper));
}

// The output of --json: its checks by id. If it cannot be read, it is empty, and the test fails.
struct Verdicts {
  nlohmann::json whole;
  std::map<std::string, nlohmann::json> checks;

  explicit Verdicts(const std::filesystem::path& file) : whole(nlohmann::json::parse(text_of(file), nullptr, false)) {
    if (whole.is_discarded()) {
      ADD_FAILURE() << utf8(file) << " holds no JSON";
      whole = {{"score", -1}, {"labs", nlohmann::json::array()}};
    }
    for (const auto& lab : whole.at("labs"))
      for (const auto& check : lab.at("checks")) checks[check.at("id")] = check;
  }

  int score() const { return whole.at("score"); }
  std::string outcome(const std::string& check) const {
    return checks.count(check) ? checks.at(check).at("outcome").get<std::string>() : "no such check";
  }
  int points(const std::string& check) const { return checks.count(check) ? checks.at(check).at("points").get<int>() : -1; }
  // "" if the check has no reason.
  std::string because(const std::string& check) const {
    if (!checks.count(check) || checks.at(check).at("because").is_null()) return "";
    return checks.at(check).at("because").at("id");
  }
  // The sum over all checks of one program.
  int points_of(const std::string& program) const {
    int sum = 0;
    for (const auto& [id, check] : checks)
      if (id.rfind(program + ".", 0) == 0) sum += check.at("points").get<int>();
    return sum;
  }
  // What two judgements of the same behaviour have in common: everything except the times.
  std::map<std::string, std::string> in_short() const {
    std::map<std::string, std::string> all;
    for (const auto& [id, check] : checks) all[id] = outcome(id) + " " + std::to_string(points(id)) + " " + because(id);
    return all;
  }
};

// A folder that a student hands in: copies of files from other folders.
class HandIn {
 public:
  void add(const std::filesystem::path& file) const {
    std::filesystem::copy_file(file, folder_.path() / file.filename(), std::filesystem::copy_options::overwrite_existing);
  }
  void add(const std::string& name, const std::string& bytes) const { folder_.write(name, bytes); }
  std::string path() const { return utf8(folder_.path()); }

 private:
  Folder folder_;
};

}  // namespace lab::tests
