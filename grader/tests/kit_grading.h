// A class with known grades, graded into a folder, for tests of lab class and of the commands that use its results.
#pragma once

#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "class/results.h"
#include "tests/kit_command.h"

namespace lab::tests {

class KitGrading : public testing::Test {
 protected:
  KitGrading() {
    hand_in("an", kRoot / "solutions" / "01_mailslot_receiver");
    hand_in("choi", programs_of("01") / "wrong" / "not_terminated");
    folder.write("class/kang/MailReceiver.cpp", "int main( {\n");
    folder.write("class/yoon/report.txt", "I could not finish.\n");
  }

  void hand_in(const std::string& student, const std::filesystem::path& programs) const {
    for (const auto& file : std::filesystem::directory_iterator(programs))
      if (file.path().extension() == ".cpp")
        folder.write(std::filesystem::path("class") / student / file.path().filename(), text_of(file.path()));
  }

  std::vector<std::string> command() const {
    return {"class", utf8(folder.path() / "class"), "--no-box", "--lab", "01", "--out", utf8(out())};
  }
  std::filesystem::path out() const { return folder.path() / "out"; }
  std::filesystem::path gradebook() const { return out() / "gradebook.csv"; }
  static std::string graded(int now, int before) {
    return std::to_string(now) + " graded now, 0 judged again from recordings, " + std::to_string(before) + " unchanged, 0 not graded";
  }
  std::filesystem::path page_of(const std::string& id) const { return result_of(id).parent_path() / classes::kPageFile; }
  std::filesystem::path result_of(const std::string& id) const { return out() / "units" / classes::folder_name(id) / classes::kResultFile; }
  // The number of submissions graded so far.
  std::size_t units() const {
    std::size_t count = 0;
    std::error_code error;
    for (const auto& unit : std::filesystem::directory_iterator(out() / "units", error))
      count += unit.path().filename().string()[0] != '.' ? 1 : 0;
    return count;
  }
  // The score and open points of each student.
  std::map<std::string, std::string> grades() const {
    std::map<std::string, std::string> all;
    std::istringstream lines(text_of(gradebook()));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
      std::vector<std::string> cells;
      std::istringstream rest(line);
      for (std::string cell; std::getline(rest, cell, ',');) cells.push_back(cell);
      all[cells.at(0)] = cells.at(6) + " of " + cells.at(7) + ", " + cells.at(8) + " open";
    }
    return all;
  }

  Folder folder;
};

}  // namespace lab::tests
