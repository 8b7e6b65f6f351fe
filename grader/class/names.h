// Names of people and of files, as they come from any system.
#pragma once

#include <string>
#include <string_view>

namespace lab::classes {

// A name's bytes as UTF-8: UTF-8 stays, code page 949 is decoded (zip files of Korean Windows), other bytes become U+FFFD. Hangul is
// composed, so that names that macOS decomposed compare equal.
std::string decoded_name(std::string_view bytes);

// ... on one line, for people: control characters are escaped, and a very long name is cut.
std::string shown_name(std::string_view bytes);

// ... as one part of a path that every system takes: characters that one of them forbids become '_', a very long name is cut before its
// ending. Empty, "." and ".." become "_".
std::string safe_name(std::string_view bytes);

// "AdderManager.cpp" -> "AdderManager", ".cpp". A name without an ending has none.
struct NameParts {
  std::string stem, ending;
};
NameParts split_name(std::string_view name);

// Whether a file of that name is unpacked: libarchive reads it, or a student may think so (.alz, .egg).
bool is_archive_name(std::string_view name);

// The name without the endings of an archive: "kim.tar.gz" -> "kim".
std::string without_archive_ending(std::string_view name);

// What no program is built from, and what is not looked at: what editors, version control, compilers and systems leave behind.
bool is_needless_folder(std::string_view name);
bool is_needless_file(std::string_view name);

}  // namespace lab::classes
