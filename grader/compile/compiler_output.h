// What a compiler writes, taken apart.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace lab::compile {

struct CompilerOutput {
  std::string messages;                  // UTF-8, a line each
  std::set<std::filesystem::path> read;  // files that it named as read
};

// GCC's, with -H.
CompilerOutput output_of_gcc(std::string_view text);

// cl's and link's, with /showIncludes: in the language of Visual Studio and in UTF-8 or code page 949, which become UTF-8. The name of the
// source, which cl writes first, is no message.
// https://learn.microsoft.com/cpp/build/reference/showincludes-list-include-files
CompilerOutput output_of_cl(std::string_view text);

}  // namespace lab::compile
