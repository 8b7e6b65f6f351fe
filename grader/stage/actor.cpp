// Starts the program under test.
#include "stage/actor.h"

#include <algorithm>
#include <cwchar>
#include <vector>

#include "probe/inject.h"
#include "probe/wire.h"
#include "win32/error.h"

namespace lab::stage {
namespace {

struct Pipe {
  win32::Handle read, write;
};

// `ours`: the end that the stage keeps.
Pipe make_pipe(win32::Handle Pipe::*ours) {
  SECURITY_ATTRIBUTES inheritable = {sizeof inheritable, nullptr, TRUE};
  Pipe pipe;
  if (!CreatePipe(pipe.read.put(), pipe.write.put(), &inheritable, 1 << 16)) win32::throw_last_error("CreatePipe");
  SetHandleInformation((pipe.*ours).get(), HANDLE_FLAG_INHERIT, 0);
  return pipe;
}

win32::Handle make_job() {
  win32::Handle job(CreateJobObjectW(nullptr, nullptr));
  if (!job) win32::throw_last_error("CreateJobObject");
  JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
  limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION |
                                            JOB_OBJECT_LIMIT_ACTIVE_PROCESS | JOB_OBJECT_LIMIT_PROCESS_MEMORY;
  limits.BasicLimitInformation.ActiveProcessLimit = 100;
  limits.ProcessMemoryLimit = SIZE_T{1} << 30;
  if (!SetInformationJobObject(job.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits))
    win32::throw_last_error("SetInformationJobObject");
  return job;
}

// Limits inheritance to the program's own handles: several runs start at the same time, and a pipe from another run must not leak into this
// one.
class InheritedHandles {
 public:
  explicit InheritedHandles(std::vector<HANDLE> handles) : handles_(std::move(handles)) {
    SIZE_T bytes = 0;
    InitializeProcThreadAttributeList(nullptr, 1, 0, &bytes);
    memory_.resize(bytes);
    list_ = reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data());
    if (!InitializeProcThreadAttributeList(list_, 1, 0, &bytes)) win32::throw_last_error("InitializeProcThreadAttributeList");
    if (!UpdateProcThreadAttribute(list_, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles_.data(), handles_.size() * sizeof(HANDLE), nullptr,
                                   nullptr))
      win32::throw_last_error("UpdateProcThreadAttribute");
  }
  ~InheritedHandles() { DeleteProcThreadAttributeList(list_); }
  InheritedHandles(const InheritedHandles&) = delete;
  InheritedHandles& operator=(const InheritedHandles&) = delete;
  LPPROC_THREAD_ATTRIBUTE_LIST list() const { return list_; }

 private:
  std::vector<HANDLE> handles_;
  std::vector<std::byte> memory_;
  LPPROC_THREAD_ATTRIBUTE_LIST list_ = nullptr;
};

// This process's environment with a different COMPUTERNAME, sorted as CreateProcess requires; empty if `computer` is empty.
std::wstring environment_of(const std::string& computer) {
  std::wstring block;
  if (computer.empty()) return block;
  const std::wstring name = L"COMPUTERNAME=";
  wchar_t* const own = GetEnvironmentStringsW();
  std::vector<std::wstring> lines = {name + win32::widen(computer)};
  for (const wchar_t* line = own; *line; line += std::wcslen(line) + 1)
    if (_wcsnicmp(line, name.c_str(), name.size()) != 0) lines.emplace_back(line);
  FreeEnvironmentStringsW(own);
  std::sort(lines.begin(), lines.end(), [](const std::wstring& a, const std::wstring& b) { return _wcsicmp(a.c_str(), b.c_str()) < 0; });
  for (const std::wstring& line : lines) block += line + L'\0';
  return block + L'\0';
}

}  // namespace

ProbedProcess::ProbedProcess(const Start& start, STARTUPINFOW& startup, DWORD flags) : job_(make_job()) {
  const std::wstring folder = win32::widen(start.folder);
  const std::wstring path = folder + L"\\" + win32::widen(start.exe);
  const std::wstring line = L"\"" + path + L"\"" + (start.arguments.empty() ? L"" : L" ") + win32::widen(start.arguments);
  std::wstring environment = environment_of(start.computer);
  PROCESS_INFORMATION started = {};
  const auto create = [&] {
    std::wstring writable = line;  // CreateProcessW may write to its command line
    return CreateProcessW(path.c_str(), writable.data(), nullptr, nullptr, TRUE, flags | CREATE_SUSPENDED | CREATE_UNICODE_ENVIRONMENT,
                          environment.empty() ? nullptr : environment.data(), folder.c_str(), &startup, &started);
  };
  // On Wine 8, one start in several thousand fails with this error, because address randomization has used a page that it needs.
  if (!create() && (GetLastError() != ERROR_INTERNAL_ERROR || !create())) win32::throw_last_error("CreateProcess");
  process_.reset(started.hProcess);
  thread_.reset(started.hThread);
  pid_ = started.dwProcessId;
  DWORD failed = 0;
  if (!AssignProcessToJobObject(job_.get(), process_.get())) failed = GetLastError();
  const char* step = "AssignProcessToJobObject";
  if (!failed) {
    failed = probe::add_import(process_.get(), start.probe_dll.c_str());
    step = "putting the probe into the program";
  }
  if (!failed) return;
  TerminateProcess(process_.get(), wire::kEndedByGrader);
  throw win32::Error(step, failed);
}

void ProbedProcess::end(std::uint32_t exit_code) {
  TerminateJobObject(job_.get(), exit_code);
  WaitForSingleObject(process_.get(), INFINITE);
}

std::uint32_t ProbedProcess::processes() const {
  JOBOBJECT_BASIC_ACCOUNTING_INFORMATION counted = {};
  QueryInformationJobObject(job_.get(), JobObjectBasicAccountingInformation, &counted, sizeof counted, nullptr);
  return counted.ActiveProcesses;
}

Actor::Actor(const Start& start, bool staged_input) {
  Pipe in = staged_input ? make_pipe(&Pipe::write) : Pipe();
  Pipe out = make_pipe(&Pipe::read);
  Pipe err = make_pipe(&Pipe::read);
  SECURITY_ATTRIBUTES inheritable = {sizeof inheritable, nullptr, TRUE};
  win32::FileHandle nothing(CreateFileW(L"NUL", GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, &inheritable, OPEN_EXISTING, 0, nullptr));
  if (!nothing) win32::throw_last_error("CreateFile (NUL)");
  const HANDLE input = staged_input ? in.read.get() : nothing.get();

  const InheritedHandles inherited({input, out.write.get(), err.write.get()});
  STARTUPINFOEXW startup = {};
  startup.StartupInfo.cb = sizeof startup;
  startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
  startup.StartupInfo.hStdInput = input;
  startup.StartupInfo.hStdOutput = out.write.get();
  startup.StartupInfo.hStdError = err.write.get();
  startup.lpAttributeList = inherited.list();
  process_.emplace(start, startup.StartupInfo, EXTENDED_STARTUPINFO_PRESENT);
  input_pipe_ = std::move(in.write);
  output_pipe_ = std::move(out.read);
  errors_pipe_ = std::move(err.read);
}

void Actor::type(const std::string& bytes) {
  DWORD written = 0;
  if (input_pipe_) WriteFile(input_pipe_.get(), bytes.data(), static_cast<DWORD>(bytes.size()), &written, nullptr);
}

bool Actor::keep(std::string& into, const char* bytes, std::size_t count) {
  const std::size_t room = wire::kMaxPrinted - into.size();
  into.append(bytes, std::min(count, room));
  if (count > room) cut_ = true;
  return count <= room;
}

bool Actor::take(HANDLE pipe, std::string& into) {
  char bytes[16384];
  for (DWORD ready = 0; PeekNamedPipe(pipe, nullptr, 0, nullptr, &ready, nullptr) && ready > 0;) {
    DWORD got = 0;
    if (!ReadFile(pipe, bytes, std::min<DWORD>(ready, sizeof bytes), &got, nullptr) || got == 0) break;
    if (!keep(into, bytes, got)) return false;
  }
  return true;
}

void Actor::take_unwritten(wire::Unwritten& unwritten) {
  drain();
  const std::uint32_t count = std::min(unwritten.bytes.exchange(0), wire::kMaxUnwritten);
  keep(unwritten.stream == wire::Stream::kErrors ? errors_ : output_, reinterpret_cast<const char*>(unwritten.data), count);
}

bool Actor::drain() {
  const bool output_fits = take(output_pipe_.get(), output_);
  return take(errors_pipe_.get(), errors_) && output_fits;
}

}  // namespace lab::stage
