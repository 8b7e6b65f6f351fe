// How the probe gets into a program, and the names by which a run's programs find each other. These tests are Windows programs, which run
// under Wine here.
#include <gtest/gtest.h>
#include <windows.h>

#include <string>

#include "probe/inject.h"
#include "probe/threads.h"
#include "probe/wire.h"
#include "win32/error.h"
#include "win32/handle.h"

namespace {

using namespace lab;

constexpr DWORD kNotStaged = 0xE1AB0002;    // the exit code of a fake worker that runs without a stage
constexpr DWORD kDllNotFound = 0xC0000135;  // STATUS_DLL_NOT_FOUND

std::wstring beside_this_program(const wchar_t* name) {
  wchar_t path[1024];
  std::wstring whole(path, GetModuleFileNameW(nullptr, path, 1024));
  return whole.substr(0, whole.rfind(L'\\') + 1) + name;
}

struct Suspended {
  win32::Handle process, thread;
};

Suspended start_suspended(const std::wstring& exe) {
  STARTUPINFOW startup = {};
  startup.cb = sizeof startup;
  PROCESS_INFORMATION started = {};
  if (!CreateProcessW(exe.c_str(), nullptr, nullptr, nullptr, FALSE, CREATE_SUSPENDED, nullptr, nullptr, &startup, &started))
    win32::throw_last_error("CreateProcess");
  return {win32::Handle(started.hProcess), win32::Handle(started.hThread)};
}

DWORD exit_code(const Suspended& program) {
  ResumeThread(program.thread.get());
  EXPECT_EQ(WaitForSingleObject(program.process.get(), 30'000), WAIT_OBJECT_0);
  DWORD code = 0;
  GetExitCodeProcess(program.process.get(), &code);
  return code;
}

TEST(AddImport, TheProbeIsMappedAndAProgramThatNobodyStagedRunsAsEver) {
  const Suspended program = start_suspended(beside_this_program(L"standin.exe"));
  ASSERT_EQ(probe::add_import(program.process.get(), win32::narrow(beside_this_program(L"probe.dll")).c_str()), 0u);
  EXPECT_EQ(exit_code(program), kNotStaged);
}

TEST(AddImport, AMissingProbeKeepsTheProgramFromStarting) {
  const Suspended program = start_suspended(beside_this_program(L"standin.exe"));
  ASSERT_EQ(probe::add_import(program.process.get(), "C:\\no\\such\\probe.dll"), 0u);
  EXPECT_EQ(exit_code(program), kDllNotFound);
}

TEST(AddImport, AProcessThatCannotBeReadGivesTheError) { EXPECT_NE(probe::add_import(nullptr, "probe.dll"), 0u); }

std::wstring key_of(const wchar_t* path) {
  wchar_t key[64];
  wire::key_of(key, path);
  return key;
}

TEST(RunKey, IsTheNameOfTheFolderThatAProgramLiesIn) {
  EXPECT_EQ(key_of(L"Z:\\tmp\\lab-1\\0123.7\\PartAdder.exe"), L"0123.7");
  EXPECT_EQ(key_of(L"C:\\PartAdder.exe"), L"C:");
  EXPECT_EQ(key_of(L"Z:/tmp/a.1/x.exe"), L"a.1");
}

TEST(RunKey, ALongFolderNameDoesNotOverflow) { EXPECT_EQ(key_of((L"C:\\" + std::wstring(300, L'a') + L"\\x.exe").c_str()).size(), 63u); }

TEST(ObjectName, HoldsKeySuffixAndNumber) {
  wchar_t name[128];
  wire::object_name(name, L"0123.7", wire::kGoSuffix, 0);
  EXPECT_STREQ(name, L"Local\\lab.0123.7.go.0");
  wire::object_name(name, L"0123.7", wire::kParkSuffix, 105);
  EXPECT_STREQ(name, L"Local\\lab.0123.7.park.105");
  wire::object_name(name, L"0123.7", wire::kWireSuffix);
  EXPECT_STREQ(name, L"Local\\lab.0123.7.wire");
}

// Programs that use too much CPU time are terminated. A program that waited in this function for an overloaded server used to use a second
// of it.
TEST(Await, TakesHardlyAnyProcessorTimeHoweverLongItTakes) {
  constexpr DWORD kWaitMs = 400, kMostUsedMs = kWaitMs / 2;
  const auto used_ms = [] {
    FILETIME created, exited, kernel, user;
    EXPECT_TRUE(GetThreadTimes(GetCurrentThread(), &created, &exited, &kernel, &user));
    return (kernel.dwLowDateTime + user.dwLowDateTime) / 10'000;  // from units of 100 ns
  };
  const DWORD before_ms = used_ms(), began_ms = GetTickCount();
  probe::await([&] { return GetTickCount() - began_ms >= kWaitMs; });
  EXPECT_LT(used_ms() - before_ms, kMostUsedMs);
}

TEST(Text, GoesToUtf8AndBack) {
  EXPECT_EQ(win32::narrow(win32::widen("한글 abc")), "한글 abc");
  EXPECT_EQ(win32::narrow(std::wstring(1, L'\xD800')), "\xEF\xBF\xBD");
}

TEST(Error, NamesItsFunctionAndItsNumber) {
  const std::string text = win32::describe("CreateProcess", ERROR_FILE_NOT_FOUND);
  EXPECT_EQ(text.rfind("CreateProcess failed with error 2", 0), 0u) << text;
}

}  // namespace
