// What could not be read or used in a hand-in. A missing program that could be among it is not judged.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::compile {

struct LeftOut {
  std::vector<std::string> names;  // of files, links, folders and archives, for display
  bool anything = false;           // any program could be among it: an archive or a folder that cannot be read, or a limit that was reached

  bool empty() const { return names.empty(); }
  // Whether `program` could be among it.
  bool may_contain(const std::string& program) const;
};

// Saves what was left out next to the folder with the hand-in's files, out of the student's reach, for the process that checks the folder.
// Does nothing if nothing was left out. Throws what text::write_file does.
void keep_left_out(const LeftOut& all, const std::filesystem::path& files);

// Reads it; empty if nothing was saved.
LeftOut read_left_out(const std::filesystem::path& files);

}  // namespace lab::compile
