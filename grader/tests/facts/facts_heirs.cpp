// Facts about mailslots and other processes, and about inherited handles.
#include "tests/facts/child.h"
#include "tests/facts/facts.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

Seen heir_reads() {
  const Slot slot = new_slot(0, 0, true);
  must_write(slot.writer.get(), "for the heir");
  const DWORD code = Child(L"read", slot.name, slot.receiver.get()).exit_code();
  return {code == kWell + 12, "the child's ReadFile " + in_words(code)};
}

Seen not_inherited() {
  const Slot slot = new_slot();
  const DWORD code = Child(L"ask", slot.name, slot.receiver.get()).exit_code();
  return {code != 0 && code < kWell, "the child's GetMailslotInfo " + in_words(code)};
}

Seen lives_on_in_the_heir() {
  Slot slot = new_slot(0, 0, true);
  Child heir(L"read", slot.name, slot.receiver.get());
  slot.receiver.reset();
  const Opened writer = open(slot.name);
  if (!writer.handle) return {false, "CreateFile " + in_words(writer)};
  const Written written = write(writer.handle.get(), "for the heir");
  if (!written.ok) return {false, "WriteFile " + in_words(written)};
  const DWORD code = heir.exit_code();
  return {code == kWell + 12, "the child's ReadFile " + in_words(code)};
}

Seen ends_with_the_heir() {
  Slot slot = new_slot(0, 0, true);
  must_write(slot.writer.get(), "for the heir");
  slot.writer.reset();
  Child heir(L"read", slot.name, slot.receiver.get());
  slot.receiver.reset();
  const DWORD code = heir.exit_code();
  if (code != kWell + 12) return {false, "the child's ReadFile " + in_words(code)};
  return failed_with(open(slot.name), {ERROR_FILE_NOT_FOUND});
}

Seen heir_writes() {
  const Slot slot = new_slot();
  const Opened writer = open(slot.name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, true);
  if (!writer.handle) throw Unexpected{"CreateFile " + in_words(writer)};
  const DWORD code = Child(L"write_to", slot.name, writer.handle.get()).exit_code();
  if (code != kWell) return {false, "the child's WriteFile " + in_words(code)};
  return reads(slot.receiver.get(), {"from a child"});
}

Seen other_process_writes() {
  const Slot slot = new_slot();
  const DWORD code = Child(L"write", slot.name).exit_code();
  if (code != kWell) return {false, "the child " + in_words(code)};
  return reads(slot.receiver.get(), {"from a child"});
}

Seen other_process_makes() {
  const Slot slot = new_slot();
  const DWORD code = Child(L"make", slot.name).exit_code();
  return {code != 0 && code < kWell, "the child's CreateMailslot " + in_words(code)};
}

Seen ends_with_its_process() {
  const std::wstring name = new_name();
  const DWORD code = Child(L"make", name).exit_code();
  if (code != kWell) throw Unexpected{"the child's CreateMailslot " + in_words(code)};
  return failed_with(open(name), {ERROR_FILE_NOT_FOUND});
}

}  // namespace

Group heirs() {
  return {"heirs",
          {
              {"heir_reads",
               "created with bInheritHandle; a child reads through the inherited handle",
               "TRUE, the message",
               {&kCreateMailslot, &kCreatingAMailslot},
               heir_reads},
              {"not_inherited",
               "created without SECURITY_ATTRIBUTES; a child passes the handle's value to GetMailslotInfo",
               "GetMailslotInfo fails",
               {&kCreateMailslot},
               not_inherited},
              // "The mailslot exists until [...] the last (possibly inherited or duplicated) handle to it is closed."
              {"lives_on_in_the_heir",
               "the parent has closed its handle, but the child has inherited one",
               "messages are written and read",
               {&kCreateMailslot},
               lives_on_in_the_heir},
              {"ends_with_the_heir",
               "... and CreateFile after the child has ended",
               "fails with error 2",
               {&kCreateMailslot},
               ends_with_the_heir},
              {"heir_writes", "a child writes through an inherited writer's handle", "the message is read", {&kCreateFile}, heir_writes},
              {"other_process_writes",
               "a child opens the mailslot, writes and ends",
               "the message is read",
               {&kAboutMailslots},
               other_process_writes},
              {"other_process_makes",
               "CreateMailslot in a child, with a name that its parent uses",
               "fails",
               {&kCreateMailslot},
               other_process_makes},
              {"ends_with_its_process",
               "CreateFile after the process that created the mailslot has ended",
               "fails with error 2",
               {&kCreateMailslot},
               ends_with_its_process},
          }};
}

}  // namespace lab::facts
