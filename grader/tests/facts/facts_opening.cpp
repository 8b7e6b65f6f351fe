// Facts about opening the writer's end, and about what the two ends may do.
#include "tests/facts/facts.h"
#include "tests/facts/slots.h"

namespace lab::facts {
namespace {

constexpr DWORD kBothShared = FILE_SHARE_READ | FILE_SHARE_WRITE;

// Creates a mailslot without a writer.
Opened made(const std::wstring& name) {
  Opened slot = create(name);
  if (!slot.handle) throw Unexpected{"CreateMailslot " + in_words(slot)};
  return slot;
}

Seen two_writers(DWORD first_shares, DWORD second_shares) {
  const std::wstring name = new_name();
  const Opened slot = made(name);
  const Opened first = open(name, GENERIC_WRITE, first_shares);
  if (!first.handle) return {false, "the first " + in_words(first)};
  const Opened second = open(name, GENERIC_WRITE, second_shares);
  if (!second.handle) return {false, "the second " + in_words(second)};
  must_write(second.handle.get(), "second");
  must_write(first.handle.get(), "first");
  return reads(slot.handle.get(), {"second", "first"});
}

Seen both_share_reading() { return two_writers(FILE_SHARE_READ, FILE_SHARE_READ); }
Seen both_share_everything() { return two_writers(kBothShared, kBothShared); }

Seen reads_and_writes() {
  const std::wstring name = new_name();
  const Opened slot = made(name);
  const Opened client = open(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ);
  if (!client.handle) return {false, in_words(client)};
  must_write(client.handle.get(), "hello");
  return reads(slot.handle.get(), {"hello"});
}

Seen share_nothing() {
  const std::wstring name = new_name();
  const Opened slot = made(name);
  const Opened client = open(name, GENERIC_WRITE, 0);
  return {static_cast<bool>(client.handle), in_words(client)};
}

Seen share_writing() {
  const std::wstring name = new_name();
  const Opened slot = made(name);
  const Opened client = open(name, GENERIC_WRITE, FILE_SHARE_WRITE);
  return {static_cast<bool>(client.handle), in_words(client)};
}

Seen with_disposition(DWORD disposition) {
  const std::wstring name = new_name();
  const Opened slot = made(name);
  const win32::FileHandle client(
      CreateFileW(name.c_str(), GENERIC_WRITE, kBothShared, nullptr, disposition, FILE_ATTRIBUTE_NORMAL, nullptr));
  if (!client) return {false, "fails with error " + std::to_string(GetLastError())};
  return {true, "succeeds"};
}

Seen create_new() { return with_disposition(CREATE_NEW); }
Seen create_always() { return with_disposition(CREATE_ALWAYS); }
Seen truncate_existing() { return with_disposition(TRUNCATE_EXISTING); }

Seen write_to_receiver() {
  const Slot slot = new_slot();
  return failed_with(write(slot.receiver.get(), "hello"), {ERROR_ACCESS_DENIED});
}

Seen read_from_writer() {
  const Slot slot = new_slot();
  const Opened client = open(slot.name, GENERIC_READ | GENERIC_WRITE);
  if (!client.handle) throw Unexpected{"CreateFile " + in_words(client)};
  must_write(client.handle.get(), "hello");
  return failed_with(read(client.handle.get()), {ERROR_INVALID_PARAMETER, ERROR_ACCESS_DENIED});
}

Seen write_with_reading_alone() {
  const Slot slot = new_slot();
  const Opened client = open(slot.name, GENERIC_READ);
  if (!client.handle) throw Unexpected{"CreateFile " + in_words(client)};
  return failed_with(write(client.handle.get(), "hello"));
}

Seen ask_writer() {
  const Slot slot = new_slot();
  const Info asked = info(slot.writer.get());
  return {asked.ok, in_words(asked)};
}

Seen read_from_nothing() {
  const Read got = read(INVALID_HANDLE_VALUE, 0);
  return {!got.ok && got.error == ERROR_INVALID_HANDLE && got.bytes == 0, in_words(got) + ", " + bytes(got.bytes)};
}

Seen ask_nothing() {
  const Info asked = info(INVALID_HANDLE_VALUE);
  return {!asked.ok, in_words(asked)};
}

Seen duplicated_writer() {
  Slot slot = new_slot();
  win32::Handle twin;
  if (!DuplicateHandle(GetCurrentProcess(), slot.writer.get(), GetCurrentProcess(), twin.put(), 0, FALSE, DUPLICATE_SAME_ACCESS))
    return {false, "DuplicateHandle fails with error " + std::to_string(GetLastError())};
  slot.writer.reset();
  must_write(twin.get(), "hello");
  return reads(slot.receiver.get(), {"hello"});
}

}  // namespace

Group opening() {
  return {
      "opening",
      {
          // "Any process that has the name of a mailslot can put a message there", and "an application must specify the FILE_SHARE_READ
          // flag": this documents several writers, each with that flag. The tests only assert that it has succeeded since Vista.
          {"second_writer_share_read",
           "two writers at the same time, both with only FILE_SHARE_READ",
           "both can write",
           {&kAboutMailslots, &kCreateMailslot},
           both_share_reading},
          {"second_writer_share_both",
           "two writers at the same time, both with FILE_SHARE_READ | FILE_SHARE_WRITE",
           "both can write",
           {&kAboutMailslots, &kWineTest},
           both_share_everything},
          {"reads_and_writes", "opened with GENERIC_READ | GENERIC_WRITE and FILE_SHARE_READ", "can write", {&kWineTest}, reads_and_writes},
          // The tests accept success and error 32.
          {"share_nothing", "a writer with share mode 0", "", {}, share_nothing},
          {"share_writing", "a writer with only FILE_SHARE_WRITE", "", {}, share_writing},
          {"disposition_create_new", "CREATE_NEW on an existing mailslot", "", {}, create_new},
          {"disposition_create_always", "CREATE_ALWAYS on an existing mailslot", "", {}, create_always},
          {"disposition_truncate_existing", "TRUNCATE_EXISTING on an existing mailslot", "", {}, truncate_existing},
          {"write_to_receiver",
           "WriteFile on the receiver's handle",
           "FALSE, error 5 (ERROR_ACCESS_DENIED)",
           {&kWineTest},
           write_to_receiver},
          {"read_from_writer",
           "ReadFile on a handle opened for reading and writing",
           "FALSE, error 5 or 87",
           {&kWineTest},
           read_from_writer},
          // "The hFile parameter must have been created with the write access."
          {"write_with_reading_alone", "WriteFile on a handle opened only for reading", "FALSE", {&kWriteFile}, write_with_reading_alone},
          {"ask_writer", "GetMailslotInfo on the writer's handle", "", {}, ask_writer},
          {"read_from_nothing",
           "ReadFile on INVALID_HANDLE_VALUE",
           "FALSE, error 6 (ERROR_INVALID_HANDLE), 0 bytes",
           {&kWineTest},
           read_from_nothing},
          {"ask_nothing", "GetMailslotInfo on INVALID_HANDLE_VALUE", "FALSE", {&kWineTest}, ask_nothing},
          {"duplicated_writer",
           "a duplicate of the writer's handle, after the original was closed",
           "can write",
           {&kMailslotOperations},
           duplicated_writer},
      }};
}

}  // namespace lab::facts
