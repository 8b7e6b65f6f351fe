// Facts about mailslots, each with what Windows does and who says so; a look at the system shows whether they hold here.
#pragma once

#include <windows.h>

#include <string>
#include <vector>

namespace lab::facts {

// Who says what Windows does.
struct Source {
  char kind;  // 'D': a page of Microsoft's; 'W': a test of somebody else's that asserts it of Windows
  const char* title;
  const char* where;  // an address; for a test also which one
};

struct Seen {
  bool as_windows = false;
  std::string what;  // in words, the same on every run
};

struct Fact {
  const char* id;                      // stable: the table and its test know a fact by it
  const char* situation;               // what is done
  const char* windows;                 // what Windows answers; without sources: what is asked
  std::vector<const Source*> sources;  // none: it is not known what Windows does, so `as_windows` means nothing
  Seen (*look)();                      // may throw Unexpected
};

// A step on the way to the look went wrong.
struct Unexpected {
  std::string what;
};

struct Group {
  const char* name;
  std::vector<Fact> facts;
};

// One group a file. Under the grader each is a run of its own, because a run has room for 32 mailslots.
Group names();
Group opening();
Group reading();
Group asking();
Group sizes();
Group life();
Group heirs();
Group crowds();
Group overlapped();

// Pages of Microsoft's.
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

// Tests that were run on Windows by those who wrote them. The newer one, as ReactOS keeps it, holds all of the older.
inline constexpr Source kWineTest{'W', "Wine's test", "wine-mirror/wine, dlls/kernel32/tests/mailslot.c, mailslot_test"};
inline constexpr Source kNewerTest{'W', "Wine's newer test",
                                   "reactos/reactos, modules/rostests/winetests/kernel32/mailslot.c, mailslot_test"};

}  // namespace lab::facts
