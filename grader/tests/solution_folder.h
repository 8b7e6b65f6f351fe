// A folder like the one that Visual Studio creates for a solution with two console projects and precompiled headers.
#pragma once

#include <string>

#include "tests/folder.h"

namespace lab::tests {

// Each source file begins with #include "pch.h", as such a project requires, a UTF-8 byte-order mark and CRLF; pch.h provides helper().
inline void write_solution(const Folder& folder, const std::string& part_adder, const std::string& adder_manager) {
  folder.write("Lab05.sln", "Microsoft Visual Studio Solution File, Format Version 12.00\r\n");
  folder.write(".vs/Lab05/v17/Browse.VC.db", "x");
  for (const std::string project : {"PartAdder", "AdderManager"}) {
    const std::string& source = project == "PartAdder" ? part_adder : adder_manager;
    folder.write(project + "/" + project + ".cpp", "\xEF\xBB\xBF#include \"pch.h\"\r\n" + source);
    folder.write(project + "/pch.h", "#ifndef PCH_H\r\n#define PCH_H\r\n#include \"framework.h\"\r\n#endif\r\n");
    folder.write(project + "/framework.h", "#pragma once\r\ninline int helper() { return 0; }\r\n");
    folder.write(project + "/pch.cpp", "#include \"pch.h\"\r\n");
    folder.write(project + "/" + project + ".vcxproj", "<Project/>\r\n");
    folder.write(project + "/" + project + ".vcxproj.filters", "<Project/>\r\n");
  }
}

}  // namespace lab::tests
