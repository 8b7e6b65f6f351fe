// Mailslot operations for the facts: create, open, write, read and get information, with results as values and in words.
#pragma once

#include <windows.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "tests/facts/facts.h"
#include "win32/handle.h"

namespace lab::facts {

// "\\.\mailslot\facts.PROCESS\1", then 2, 3, ...: no fact finds anything that another one left behind. `last` replaces the number.
std::wstring new_name();
std::wstring new_name(std::wstring_view last);

// A handle, or the error code of the failed call.
struct Opened {
  win32::FileHandle handle;
  DWORD error = 0;  // if there is no handle
};
Opened create(const std::wstring& name, DWORD max_bytes = 0, DWORD read_timeout = 0, bool inheritable = false);
Opened open(const std::wstring& name, DWORD access = GENERIC_WRITE, DWORD share = FILE_SHARE_READ | FILE_SHARE_WRITE,
            bool inheritable = false);

// A mailslot with a new name, and a handle for writing to it. Sets up what the fact is not about; throws Unexpected.
struct Slot {
  std::wstring name;
  win32::FileHandle receiver, writer;
};
Slot new_slot(DWORD max_bytes = 0, DWORD read_timeout = 0, bool inheritable = false);
win32::FileHandle open_writer(const std::wstring& name);

struct Written {
  bool ok = false;
  DWORD error = 0;  // 0 if ok
};
Written write(HANDLE writer, std::string_view message);
// The same, but throws Unexpected if the write fails.
void must_write(HANDLE writer, std::string_view message);

struct Read {
  bool ok = false;
  DWORD error = 0;  // 0 if ok
  DWORD bytes = 0;  // as returned by ReadFile
  std::string message;
};
Read read(HANDLE receiver, DWORD room = 256);

struct Info {
  bool ok = false;
  DWORD error = 0, max_bytes = 0, next = 0, count = 0, read_timeout = 0;
};
Info info(HANDLE receiver);

// "1 byte", "3 bytes".
std::string bytes(DWORD number);
// "fails with error 2" or "succeeds"; for a read, "TRUE, 3 bytes" or "FALSE, error 121".
std::string in_words(const Opened& opened);
std::string in_words(const Written& written);
std::string in_words(const Read& read);
// "next 3 bytes, count 1", "no next message, count 0".
std::string in_words(const Info& info);

// as_windows: the call failed with one of the errors or, if none are given, with any error.
Seen failed_with(const Opened& opened, std::initializer_list<DWORD> errors = {});
Seen failed_with(const Written& written, std::initializer_list<DWORD> errors = {});
Seen failed_with(const Read& read, std::initializer_list<DWORD> errors = {});

// as_windows: these are the next messages, in this order.
Seen reads(HANDLE receiver, std::initializer_list<std::string_view> messages);

}  // namespace lab::facts
