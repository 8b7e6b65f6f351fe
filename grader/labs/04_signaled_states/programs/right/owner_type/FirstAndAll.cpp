// also-right: an owner type closes the process handles, a failed wait is an exception
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <exception>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

// Starts a program and returns its process. Closes the handle of its first thread.
unique_handle start(std::wstring command_line)
{
    STARTUPINFOW startup = {};
    startup.cb = sizeof(startup);
    PROCESS_INFORMATION started = {};
    if (!CreateProcessW(nullptr, command_line.data(), nullptr, nullptr, FALSE, 0,
                        nullptr, nullptr, &startup, &started))
        throw_last_error("Unable to start");
    const unique_handle thread(started.hThread);
    return unique_handle(started.hProcess);
}

// Prints the line at once, even to a file or a pipe.
void say(const std::wstring &line)
{
    _putws(line.c_str());
    std::fflush(stdout);
}

//[part first]
// The index of the object that ended the wait.
DWORD wait_for(const std::vector<HANDLE> &objects, bool all)
{
    const DWORD count = static_cast<DWORD>(objects.size());
    const DWORD result = WaitForMultipleObjects(count, objects.data(), all, INFINITE);
    if (result >= WAIT_OBJECT_0 + count)
        throw_last_error("Unable to wait");
    return result - WAIT_OBJECT_0;
}

void report_first_and_all(const std::vector<unique_handle> &programs)
{
    std::vector<HANDLE> objects;  // borrowed for the call: programs still owns them
    for (const unique_handle &program : programs)
        objects.push_back(program.get());
    say(L"first: " + std::to_wstring(wait_for(objects, false) + 1));
    wait_for(objects, true);
    say(L"all: Signaled");
}
//[end]

int wmain(int argc, wchar_t *argv[])
{
    std::setlocale(LC_ALL, "korean");
    try
    {
        if (argc < 2 || argc - 1 > MAXIMUM_WAIT_OBJECTS)
        {
            say(argc < 2 ? L"Usage: FirstAndAll PROGRAM..." : L"Too many programs");
            return 1;
        }
        std::vector<unique_handle> programs;
        for (int i = 1; i < argc; i++)
            programs.push_back(start(argv[i]));
        report_first_and_all(programs);
        return 0;
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
