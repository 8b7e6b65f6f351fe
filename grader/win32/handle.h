// Owner types for Windows handles; each knows its close function and its invalid value.
#pragma once

#include <windows.h>

#include <utility>

namespace lab::win32 {

// The rule for functions whose invalid value is null: CreateEvent, OpenProcess, CreateFileMapping, CreateJobObject, ...
struct NullIsInvalid {
  static HANDLE invalid() { return nullptr; }
  static void close(HANDLE handle) { CloseHandle(handle); }
};

// The rule for functions whose invalid value is INVALID_HANDLE_VALUE: CreateFile, CreateMailslot.
struct MinusOneIsInvalid {
  static HANDLE invalid() { return INVALID_HANDLE_VALUE; }
  static void close(HANDLE handle) { CloseHandle(handle); }
};

template <typename Rule>
class Owned {
 public:
  Owned() = default;
  explicit Owned(HANDLE handle) : handle_(handle) {}
  Owned(Owned&& other) noexcept : handle_(other.release()) {}
  Owned& operator=(Owned&& other) noexcept {
    reset(other.release());
    return *this;
  }
  ~Owned() { reset(); }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;

  HANDLE get() const { return handle_; }
  explicit operator bool() const { return handle_ != Rule::invalid(); }
  HANDLE release() { return std::exchange(handle_, Rule::invalid()); }
  void reset(HANDLE handle = Rule::invalid()) {
    if (handle_ != Rule::invalid()) Rule::close(handle_);
    handle_ = handle;
  }
  // Closes the handle, and returns the place where a function can store a new one.
  HANDLE* put() {
    reset();
    return &handle_;
  }

 private:
  HANDLE handle_ = Rule::invalid();
};

using Handle = Owned<NullIsInvalid>;
using FileHandle = Owned<MinusOneIsInvalid>;

// A view of a file mapping.
class View {
 public:
  View() = default;
  explicit View(void* memory) : memory_(memory) {}
  View(View&& other) noexcept : memory_(std::exchange(other.memory_, nullptr)) {}
  View& operator=(View&& other) noexcept {
    if (memory_) UnmapViewOfFile(memory_);
    memory_ = std::exchange(other.memory_, nullptr);
    return *this;
  }
  ~View() {
    if (memory_) UnmapViewOfFile(memory_);
  }
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  void* get() const { return memory_; }

 private:
  void* memory_ = nullptr;
};

}  // namespace lab::win32
