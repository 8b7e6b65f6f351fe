// Facts about mailslots, each with what Windows does and a source; checking the system shows whether they hold here.
#pragma once

#include <windows.h>

#include <string>
#include <vector>

namespace lab::facts {

// Where a statement about Windows comes from.
struct Source {
  char kind;  // 'D': Microsoft's documentation; 'W': a third-party test that asserts it about Windows
  const char* title;
  const char* where;  // an address; for a test, also its name
};

struct Seen {
  bool as_windows = false;
  std::string what;  // in words, the same on every run
};

struct Fact {
  const char* id;                      // stable: the table and its test refer to a fact by it
  const char* situation;               // what is done
  const char* windows;                 // the result on Windows; without sources: the question
  std::vector<const Source*> sources;  // none: the result on Windows is not known, so `as_windows` is meaningless
  Seen (*look)();                      // may throw Unexpected
};

// A step that prepares the check failed.
struct Unexpected {
  std::string what;
};

struct Group {
  const char* name;
  std::vector<Fact> facts;
};

// One group per file. Under the grader, each group is a separate run, because a run can record only 32 mailslots.
Group names();
Group opening();
Group reading();
Group asking();
Group sizes();
Group life();
Group heirs();
Group crowds();
Group overlapped();

// Microsoft's documentation.
inline constexpr Source kCreateMailslot{'D', "CreateMailslot",
                                        "https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createmailslotw"};
inline constexpr Source kGetMailslotInfo{'D', "GetMailslotInfo",
                                         "https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getmailslotinfo"};
inline constexpr Source kSetMailslotInfo{'D', "SetMailslotInfo",
                                         "https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setmailslotinfo"};
inline constexpr Source kCreateFile{'D', "CreateFile", "https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew"};
inline constexpr Source kReadFile{'D', "ReadFile", "https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-readfile"};
inline constexpr Source kWriteFile{'D', "WriteFile", "https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile"};
inline constexpr Source kDuplicateHandle{'D', "DuplicateHandle",
                                         "https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-duplicatehandle"};
inline constexpr Source kAboutMailslots{'D', "About Mailslots", "https://learn.microsoft.com/windows/win32/ipc/about-mailslots"};
inline constexpr Source kMailslotNames{'D', "Mailslot Names", "https://learn.microsoft.com/windows/win32/ipc/mailslot-names"};
inline constexpr Source kMailslotOperations{'D', "Mailslot Operations",
                                            "https://learn.microsoft.com/windows/win32/ipc/mailslot-operations"};
inline constexpr Source kReadingFromAMailslot{'D', "Reading from a Mailslot",
                                              "https://learn.microsoft.com/windows/win32/ipc/reading-from-a-mailslot"};
inline constexpr Source kCreatingAMailslot{'D', "Creating a Mailslot", "https://learn.microsoft.com/windows/win32/ipc/creating-a-mailslot"};
inline constexpr Source kNamingFiles{'D', "Naming Files", "https://learn.microsoft.com/windows/win32/fileio/naming-a-file"};
inline constexpr Source kProductBehavior{
    'D', "MS-MAIL, Product Behavior",
    "https://learn.microsoft.com/openspecs/windows_protocols/ms-mail/1541dbc2-2a4b-4e4a-b9e9-65d671f1f1ed"};

// Tests that their authors ran on Windows. The newer one, in the version kept by ReactOS, includes everything in the older one.
inline constexpr Source kWineTest{'W', "Wine's test", "wine-mirror/wine, dlls/kernel32/tests/mailslot.c, mailslot_test"};
inline constexpr Source kNewerTest{'W', "Wine's newer test",
                                   "reactos/reactos, modules/rostests/winetests/kernel32/mailslot.c, mailslot_test"};

}  // namespace lab::facts
