// Tests that students' programs built by MinGW behave like those built by Visual Studio: entry point, arguments, wide text, missing return.
#include <gtest/gtest.h>
#include <windows.h>

#include <filesystem>
#include <string>

namespace lab {
namespace {

struct Ended {
  DWORD exit_code = 0;
  std::string output;
};

// The build's folder "student", next to the folder of this test program.
std::filesystem::path students_programs() {
  wchar_t own[MAX_PATH] = {};
  GetModuleFileNameW(nullptr, own, MAX_PATH);
  return std::filesystem::path(own).parent_path().parent_path() / L"student";
}

// Starts a program of tests/student with `arguments`, waits for it to exit, and collects its stdout.
Ended run(const std::wstring& program, const std::wstring& arguments) {
  SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
  HANDLE read = nullptr;
  HANDLE write = nullptr;
  EXPECT_TRUE(CreatePipe(&read, &write, &inherited, 0));
  STARTUPINFOW startup{};
  startup.cb = sizeof startup;
  startup.dwFlags = STARTF_USESTDHANDLES;
  startup.hStdOutput = write;
  PROCESS_INFORMATION process{};
  const std::wstring path = (students_programs() / (program + L".exe")).wstring();
  std::wstring line = L"\"" + path + L"\" " + arguments;
  const BOOL started = CreateProcessW(path.c_str(), line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &startup, &process);
  CloseHandle(write);
  EXPECT_TRUE(started) << "error " << GetLastError();

  Ended ended;
  char buffer[256];
  DWORD size = 0;
  while (started && ReadFile(read, buffer, sizeof buffer, &size, nullptr) && size > 0) ended.output.append(buffer, size);
  CloseHandle(read);
  if (!started) return ended;
  WaitForSingleObject(process.hProcess, INFINITE);
  GetExitCodeProcess(process.hProcess, &ended.exit_code);
  CloseHandle(process.hProcess);
  CloseHandle(process.hThread);
  return ended;
}

TEST(Student, PrintsWideText) {
  const Ended ended = run(L"wide", L"\"two words\"");
  EXPECT_EQ(ended.output, "two words 2\r\nwhole\r\n");
  EXPECT_EQ(ended.exit_code, 0u);
}

TEST(Student, MayHaveAPlainMain) {
  EXPECT_EQ(run(L"narrow", L"last").output, "wide\r\nlast 2\r\n");
  EXPECT_EQ(run(L"narrow", L"last").exit_code, 0u);
  EXPECT_EQ(run(L"narrow", L"one last").exit_code, 259u);
}

TEST(Student, GetsItsArgumentsAsTyped) {
  const Ended ended = run(L"arguments", L"1 \"6 10\" * \"\"");
  EXPECT_EQ(ended.output, "[1][6 10][*][] environment\r\n");
  EXPECT_EQ(ended.exit_code, 0xFFFFFFFFu);
}

TEST(Student, IsEndedWhereItReadsPastAnArray) {
  EXPECT_EQ(run(L"arguments", L"#").exit_code, static_cast<DWORD>(EXCEPTION_ILLEGAL_INSTRUCTION));
}

TEST(Student, ReadsTheSameFromWhatWasNeverSet) { EXPECT_EQ(run(L"arguments", L"?").exit_code, 0xFEu); }

}  // namespace
}  // namespace lab
