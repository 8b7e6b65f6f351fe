// Names of people and files from any operating system.
#pragma once

#include <string>
#include <string_view>

namespace lab::classes {

// The name in UTF-8. Keeps UTF-8, decodes code page 949 (zip files from Korean Windows), and replaces other bytes with U+FFFD. Composes
// Hangul, so that names from macOS, which decomposes it, compare equal.
std::string decoded_name(std::string_view bytes);

// The same on one line, for display: escapes control characters and cuts a very long name.
std::string shown_name(std::string_view bytes);

// The same as a path component that is valid on every system: replaces forbidden characters with '_' and cuts a very long name before its
// ending. "", "." and ".." become "_".
std::string safe_name(std::string_view bytes);

// "AdderManager.cpp" -> "AdderManager", ".cpp". `ending` is "" if the name has none.
struct NameParts {
  std::string stem, ending;
};
NameParts split_name(std::string_view name);

// Whether a file of that name is treated as an archive: libarchive reads it, or a student could think that it does (.alz, .egg).
bool is_archive_name(std::string_view name);

// The name without the endings of an archive: "kim.tar.gz" -> "kim".
std::string without_archive_ending(std::string_view name);

// Whether to ignore it: true for files and folders that belong to editors, version control, compilers or the operating system and never go
// into a program.
bool is_needless_folder(std::string_view name);
bool is_needless_file(std::string_view name);

// The part of a person's name that is compared: "Lee, Min-su" and "min su LEE" are equal if `sorted`. Canvas writes the name without spaces
// in file names: "leeminsu".
std::string name_key(const std::string& name, bool sorted);

}  // namespace lab::classes
