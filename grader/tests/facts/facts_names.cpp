// Facts about the names of mailslots.
#include "tests/facts/facts.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

// A message written to one name arrives at a mailslot created with the other.
Seen leads_to(const std::wstring& made, const std::wstring& opened) {
  const Opened slot = create(made);
  if (!slot.handle) return {false, "CreateMailslot " + in_words(slot)};
  const Opened writer = open(opened);
  if (!writer.handle) return {false, "CreateFile " + in_words(writer)};
  must_write(writer.handle.get(), "hello");
  const Seen arrived = reads(slot.handle.get(), {"hello"});
  return arrived.as_windows ? Seen{true, "a message arrives"} : arrived;
}

Opened create_twice(const std::wstring& first, const std::wstring& second) {
  const Opened made = create(first);
  if (!made.handle) throw Unexpected{"the first CreateMailslot " + in_words(made)};
  return create(second);
}

Seen bad_name() { return failed_with(create(L"blah"), {ERROR_INVALID_NAME}); }

Seen null_name() {
  Opened out;
  SetLastError(0);
  const HANDLE made = CreateMailslotA(nullptr, 0, 0, nullptr);
  out.error = GetLastError();
  out.handle.reset(made);
  return failed_with(out, {ERROR_PATH_NOT_FOUND});
}

Seen star_name() { return failed_with(create(L"\\\\*\\mailslot\\facts")); }
Seen remote_name() { return failed_with(create(L"\\\\no-such-computer\\mailslot\\facts")); }

Seen second_create() {
  const std::wstring name = new_name();
  return failed_with(create_twice(name, name));
}

Seen second_create_in_capitals() { return failed_with(create_twice(new_name(L"twice"), new_name(L"TWICE"))); }

Seen missing_slot() { return failed_with(open(new_name()), {ERROR_FILE_NOT_FOUND}); }

Seen missing_slot_for_both() { return failed_with(open(new_name(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ)); }

Seen capitals() { return leads_to(new_name(L"in small letters"), new_name(L"IN SMALL letters")); }

Seen capital_root() {
  const std::wstring name = new_name();
  return leads_to(name, L"\\\\.\\MailSlot" + name.substr(12));
}

Seen path_in_front() { return leads_to(new_name(L"taxes\\bobs_comments"), new_name(L"taxes\\bobs_comments")); }

Seen path_alone() {
  const Opened slot = create(new_name(L"drawer\\slot"));
  if (!slot.handle) throw Unexpected{"CreateMailslot " + in_words(slot)};
  return failed_with(open(new_name(L"drawer")), {ERROR_FILE_NOT_FOUND});
}

Seen siblings() {
  const Opened one = create(new_name(L"family\\one")), other = create(new_name(L"family\\other"));
  if (!one.handle || !other.handle) return {false, "CreateMailslot " + in_words(one) + "; " + in_words(other)};
  must_write(open_writer(new_name(L"family\\other")).get(), "for the other");
  const Read nothing = read(one.handle.get());
  if (nothing.ok) return {false, "the message is in the wrong one"};
  return reads(other.handle.get(), {"for the other"});
}

// Hangul, so that the result does not depend on the code page.
Seen korean() { return leads_to(new_name(L"\xD3B8\xC9C0\xD568"), new_name(L"\xD3B8\xC9C0\xD568")); }

Seen hundred_characters() {
  const std::wstring name = new_name(std::wstring(100, L'n'));
  return leads_to(name, name);
}

Seen narrow_name() {
  const std::wstring name = new_name();
  const std::string narrow(name.begin(), name.end());  // ASCII
  win32::FileHandle slot(CreateMailslotA(narrow.c_str(), 0, 0, nullptr));
  if (!slot) return {false, "CreateMailslotA fails with error " + std::to_string(GetLastError())};
  must_write(open_writer(name).get(), "hello");
  return reads(slot.get(), {"hello"});
}

std::wstring with_slashes(std::wstring name) {
  for (wchar_t& c : name)
    if (c == L'\\') c = L'/';
  return name;
}

Seen opened_with_slashes() {
  const std::wstring name = new_name();
  return leads_to(name, with_slashes(name));
}

Seen made_with_slashes() {
  const std::wstring name = new_name();
  return leads_to(with_slashes(name), name);
}

Seen question_mark() {
  std::wstring name = new_name();
  const std::wstring usual = name;
  name[2] = L'?';
  return leads_to(name, usual);
}

Seen nothing_behind_the_root() { return failed_with(create(L"\\\\.\\mailslot\\")); }

}  // namespace

Group names() {
  return {
      "names",
      {
          {"bad_name", "CreateMailslot with the name `blah`", "fails with error 123 (ERROR_INVALID_NAME)", {&kWineTest}, bad_name},
          {"null_name", "CreateMailslotA without a name", "fails with error 3 (ERROR_PATH_NOT_FOUND)", {&kWineTest}, null_name},
          // "All mailslots are local to the process that creates them. A process cannot create a remote mailslot."
          {"create_on_star", "CreateMailslot `\\\\*\\mailslot\\facts`", "fails", {&kAboutMailslots}, star_name},
          {"create_on_computer", "CreateMailslot `\\\\no-such-computer\\mailslot\\facts`", "fails", {&kAboutMailslots}, remote_name},
          {"second_create_fails", "CreateMailslot with a name that is taken", "fails", {&kCreateMailslot, &kWineTest}, second_create},
          // [MS-MAIL] 3.2.4.1 calls it "an implementation-specific error".
          {"second_create_error", "... with which error?", "", {}, second_create},
          {"second_create_in_capitals",
           "CreateMailslot with a name that is taken, in different case",
           "fails",
           {&kMailslotNames, &kCreateMailslot},
           second_create_in_capitals},
          {"open_before_create",
           "CreateFile before the mailslot exists",
           "fails with error 2 (ERROR_FILE_NOT_FOUND)",
           {&kCreateMailslot},
           missing_slot},
          {"open_for_both_before_create", "... for reading and writing", "fails", {&kCreateFile, &kWineTest}, missing_slot_for_both},
          {"capitals", "a mailslot opened with a name in different case", "is the same mailslot", {&kMailslotNames}, capitals},
          {"capital_root",
           "`\\\\.\\MailSlot\\` instead of `\\\\.\\mailslot\\`",
           "is the same mailslot",
           {&kMailslotNames, &kNewerTest},
           capital_root},
          {"path_in_front", "a name of two parts, `taxes\\bobs_comments`", "is valid", {&kCreateMailslot, &kMailslotNames}, path_in_front},
          {"path_alone", "CreateFile with only the path before a mailslot's name", "fails with error 2", {&kCreateMailslot}, path_alone},
          {"siblings", "two mailslots under one path", "each has its own messages", {&kMailslotNames}, siblings},
          // "Use any character in the current code page for a name, including Unicode characters": CreateFile's page sends readers there.
          {"korean_name", "a Korean name", "is valid", {&kNamingFiles}, korean},
          {"name_of_100_characters", "a name of 100 characters", "is valid", {&kNamingFiles}, hundred_characters},
          {"narrow_name", "created by CreateMailslotA, opened by CreateFileW", "is the same mailslot", {&kCreateMailslot}, narrow_name},
          // "You may use either forward slashes (/) or backslashes (\) in this name."
          {"opened_with_slashes", "CreateFile `//./mailslot/...`", "opens the mailslot", {&kCreateFile}, opened_with_slashes},
          {"made_with_slashes", "CreateMailslot `//./mailslot/...`", "", {}, made_with_slashes},
          {"question_mark", "CreateMailslot `\\\\?\\mailslot\\...`, opened as `\\\\.\\mailslot\\...`", "", {}, question_mark},
          {"root_alone", "CreateMailslot `\\\\.\\mailslot\\`", "", {}, nothing_behind_the_root},
      }};
}

}  // namespace lab::facts
