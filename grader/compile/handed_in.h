// The other files in a folder in which a program was not found: names that people and learning platforms use, and archives.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace lab::compile {

// The files in `folder` and its subfolders, as relative paths in UTF-8 with / between folders, sorted. Omits links, hidden files and
// folders, and levels that are too deep for build_programs().
std::vector<std::string> files_below(const std::filesystem::path& folder);

// Among such files: one that could be `program` under another name ("lee_1003_AdderManager-1.cpp", "AdderManager.cpp.txt"), or an archive;
// "" if there is none.
std::string named_like(const std::string& program, const std::vector<std::string>& files);
std::string archive_among(const std::vector<std::string>& files);

// The lab that a folder belongs to, according to its name: 5 for "05", "lab 5", "실습5-final" and "05_adder_manager"; 0 for any other name.
int lab_of_folder(const std::string& name);

// Whether such a file can be a program (a source file or an .exe), whatever it is called.
bool may_be_program(const std::string& file);

}  // namespace lab::compile
