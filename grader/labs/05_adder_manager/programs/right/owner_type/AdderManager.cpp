// also-right: an owner type closes the process handles, and a worker that failed is an exception
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <cwchar>
#include <exception>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

// Owns a kernel handle and closes it exactly once. CreateMailslot and CreateFile fail
// with INVALID_HANDLE_VALUE, other functions with null: both are "no handle" here.
class unique_handle
{
public:
    unique_handle() = default;
    explicit unique_handle(HANDLE handle)
        : handle_(handle == INVALID_HANDLE_VALUE ? nullptr : handle) {}
    unique_handle(unique_handle &&other) noexcept
        : handle_(std::exchange(other.handle_, nullptr)) {}
    unique_handle &operator=(unique_handle other) noexcept
        { std::swap(handle_, other.handle_); return *this; }
    ~unique_handle() { if (handle_) CloseHandle(handle_); }

    explicit operator bool() const noexcept { return handle_ != nullptr; }
    HANDLE get() const noexcept { return handle_; }
    void reset() noexcept { *this = unique_handle(); }

private:
    HANDLE handle_ = nullptr;
};

// Throws the error of the call that just failed. Comes right after that call:
// the next one may change the error.
[[noreturn]] void throw_last_error(const char *what)
{
    const DWORD error = GetLastError();
    throw std::system_error(static_cast<int>(error), std::system_category(),
                            std::string(what) + " (error " + std::to_string(error) + ")");
}

// The path of a program in this program's folder.
std::wstring beside_this_program(const std::wstring &name)
{
    std::wstring own_path(32768, L'\0');  // no path is longer
    const DWORD length = GetModuleFileNameW(nullptr, own_path.data(), static_cast<DWORD>(own_path.size()));
    if (length == 0)
        throw_last_error("Unable to start: no path");
    return own_path.substr(0, own_path.rfind(L'\\', length) + 1) + name;
}

//[part start]
// Starts PartAdder and returns its process. Closes the handle of its first thread.
unique_handle start_worker(std::wstring command_line)
{
    const std::wstring program = beside_this_program(L"PartAdder.exe");
    STARTUPINFOW startup = {};
    startup.cb = sizeof(startup);
    PROCESS_INFORMATION started = {};
    if (!CreateProcessW(program.c_str(), command_line.data(), nullptr, nullptr, FALSE, 0,
                        nullptr, nullptr, &startup, &started))
        throw_last_error("Unable to start");
    const unique_handle thread(started.hThread);
    return unique_handle(started.hProcess);
}
//[end]

//[part total]
// Waits for the worker to end and returns its sum.
DWORD sum_of(const unique_handle &worker)
{
    if (WaitForSingleObject(worker.get(), INFINITE) != WAIT_OBJECT_0)
        throw_last_error("Unable to wait");
    DWORD sum = 0;
    if (!GetExitCodeProcess(worker.get(), &sum))
        throw_last_error("Unable to get the exit code");
    if (sum >= 0x80000000)
        throw std::runtime_error("A worker failed");
    return sum;
}

void print_total()
{
    const unique_handle worker1 = start_worker(L"PartAdder 1 5");
    const unique_handle worker2 = start_worker(L"PartAdder 6 10");
    const DWORD sum1 = sum_of(worker1), sum2 = sum_of(worker2);
    std::wprintf(L"return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", sum1, sum2, sum1 + sum2);
}
//[end]

int wmain()
{
    std::setlocale(LC_ALL, "korean");
    try
    {
        print_total();
        return 0;
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
        return -1;
    }
}
