// Mailslot operations for the facts.
#include "tests/facts/slots.h"

#include <algorithm>
#include <vector>

namespace lab::facts {
namespace {

SECURITY_ATTRIBUTES inheritance() { return {sizeof(SECURITY_ATTRIBUTES), nullptr, TRUE}; }

bool named(DWORD error, std::initializer_list<DWORD> errors) {
  // A call that fails without an error code tells its caller nothing.
  return errors.size() == 0 ? error != 0 : std::find(errors.begin(), errors.end(), error) != errors.end();
}

Opened opened(HANDLE handle) {
  Opened out;
  if (handle == INVALID_HANDLE_VALUE)
    out.error = GetLastError();
  else
    out.handle.reset(handle);
  return out;
}

std::string code(DWORD error) { return std::to_string(error); }

}  // namespace

std::wstring new_name(std::wstring_view last) {
  return L"\\\\.\\mailslot\\facts." + std::to_wstring(GetCurrentProcessId()) + L"\\" + std::wstring(last);
}

std::wstring new_name() {
  static int number = 0;
  return new_name(std::to_wstring(++number));
}

// The last error is cleared before each call, so that an older one is not mistaken for the call's own.
Opened create(const std::wstring& name, DWORD max_bytes, DWORD read_timeout, bool inheritable) {
  SECURITY_ATTRIBUTES attributes = inheritance();
  SetLastError(0);
  return opened(CreateMailslotW(name.c_str(), max_bytes, read_timeout, inheritable ? &attributes : nullptr));
}

Opened open(const std::wstring& name, DWORD access, DWORD share, bool inheritable) {
  SECURITY_ATTRIBUTES attributes = inheritance();
  SetLastError(0);
  return opened(
      CreateFileW(name.c_str(), access, share, inheritable ? &attributes : nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
}

Slot new_slot(DWORD max_bytes, DWORD read_timeout, bool inheritable) {
  Slot slot;
  slot.name = new_name();
  Opened made = create(slot.name, max_bytes, read_timeout, inheritable);
  if (!made.handle) throw Unexpected{"CreateMailslot fails with error " + code(made.error)};
  slot.receiver = std::move(made.handle);
  slot.writer = open_writer(slot.name);
  return slot;
}

win32::FileHandle open_writer(const std::wstring& name) {
  Opened client = open(name);
  if (!client.handle) throw Unexpected{"CreateFile fails with error " + code(client.error)};
  return std::move(client.handle);
}

Written write(HANDLE writer, std::string_view message) {
  DWORD written = 0;
  SetLastError(0);
  if (!WriteFile(writer, message.data(), static_cast<DWORD>(message.size()), &written, nullptr)) return {false, GetLastError()};
  if (written != message.size()) throw Unexpected{"WriteFile says that it wrote " + facts::bytes(written)};
  return {true, 0};
}

void must_write(HANDLE writer, std::string_view message) {
  const Written written = write(writer, message);
  if (!written.ok) throw Unexpected{"WriteFile fails with error " + code(written.error)};
}

Read read(HANDLE receiver, DWORD room) {
  std::vector<char> buffer(room + 1);  // never null, even for a read of 0 bytes
  Read out;
  out.bytes = 12345;
  SetLastError(0);
  out.ok = ReadFile(receiver, buffer.data(), room, &out.bytes, nullptr) != FALSE;
  if (!out.ok) out.error = GetLastError();
  if (out.ok) out.message.assign(buffer.data(), std::min(out.bytes, room));
  return out;
}

Info info(HANDLE receiver) {
  Info out;
  SetLastError(0);
  out.ok = GetMailslotInfo(receiver, &out.max_bytes, &out.next, &out.count, &out.read_timeout) != FALSE;
  if (!out.ok) out.error = GetLastError();
  return out;
}

std::string bytes(DWORD number) { return std::to_string(number) + (number == 1 ? " byte" : " bytes"); }

std::string in_words(const Opened& opened) { return opened.handle ? "succeeds" : "fails with error " + code(opened.error); }

std::string in_words(const Written& written) { return written.ok ? "succeeds" : "fails with error " + code(written.error); }

std::string in_words(const Read& read) { return read.ok ? "TRUE, " + bytes(read.bytes) : "FALSE, error " + code(read.error); }

std::string in_words(const Info& info) {
  if (!info.ok) return "GetMailslotInfo fails with error " + code(info.error);
  return (info.next == MAILSLOT_NO_MESSAGE ? "no next message" : "next " + bytes(info.next)) + ", count " + std::to_string(info.count);
}

Seen failed_with(const Opened& opened, std::initializer_list<DWORD> errors) {
  return {!opened.handle && named(opened.error, errors), in_words(opened)};
}

Seen failed_with(const Written& written, std::initializer_list<DWORD> errors) {
  return {!written.ok && named(written.error, errors), in_words(written)};
}

Seen failed_with(const Read& read, std::initializer_list<DWORD> errors) { return {!read.ok && named(read.error, errors), in_words(read)}; }

Seen reads(HANDLE receiver, std::initializer_list<std::string_view> messages) {
  int number = 0;
  for (const std::string_view message : messages) {
    ++number;
    const Read got = read(receiver, 100'000);
    if (!got.ok || got.message != message)
      return {false, "message " + std::to_string(number) + ": " + in_words(got) + (got.ok ? ", another text" : "")};
  }
  return {true, "each message whole, in order"};
}

}  // namespace lab::facts
