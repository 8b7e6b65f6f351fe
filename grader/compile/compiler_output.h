// Parses the output of compilers.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace lab::compile {

struct CompilerOutput {
  std::string messages;                  // UTF-8, one per line
  std::set<std::filesystem::path> read;  // files that it reported as read
};

// Parses the output of GCC with -H.
CompilerOutput output_of_gcc(std::string_view text);

// Parses the output of cl and link with /showIncludes: in the language of Visual Studio, in UTF-8 or code page 949, which is converted to
// UTF-8. The name of the source file, which cl prints first, is not a message.
// https://learn.microsoft.com/cpp/build/reference/showincludes-list-include-files
CompilerOutput output_of_cl(std::string_view text);

}  // namespace lab::compile
