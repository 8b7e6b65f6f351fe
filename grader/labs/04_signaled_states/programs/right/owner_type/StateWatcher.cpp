// also-right: an owner type closes the process handles, a failed wait is an exception
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
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

//[part start]
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
//[end]

//[part wait]
// Whether the object is signaled before the time-out interval elapses.
// A wait that fails is neither: it throws.
bool signaled_within(DWORD milliseconds, const unique_handle &object)
{
    switch (WaitForSingleObject(object.get(), milliseconds))
    {
    case WAIT_OBJECT_0:
        return true;
    case WAIT_TIMEOUT:
        return false;
    default:
        throw_last_error("Unable to wait");
    }
}
//[end]

// Prints the line at once, even to a file or a pipe.
void say(const std::wstring &line)
{
    _putws(line.c_str());
    std::fflush(stdout);
}

void say_state(const unique_handle &program) { say(signaled_within(0, program) ? L"Signaled" : L"Non-Signaled"); }

void watch(const unique_handle &program, DWORD milliseconds)
{
    say_state(program);
    if (!signaled_within(milliseconds, program))
    {
        say(L"Timeout");
        signaled_within(INFINITE, program);
    }
    say(L"Signaled");
    say_state(program);

    DWORD exit_code = 0;
    if (!GetExitCodeProcess(program.get(), &exit_code))
        throw_last_error("Unable to get the exit code");
    say(L"exit code: " + std::to_wstring(exit_code));
}

// Empty unless the text is a number that consists only of decimal digits and fits into a DWORD.
std::optional<DWORD> number_in(std::wstring_view text)
{
    if (text.empty())
        return std::nullopt;
    ULONGLONG number = 0;
    for (const wchar_t digit : text)
    {
        if (digit < L'0' || digit > L'9')
            return std::nullopt;
        number = number * 10 + static_cast<ULONGLONG>(digit - L'0');
        if (number > MAXDWORD)
            return std::nullopt;
    }
    return static_cast<DWORD>(number);
}

int wmain(int argc, wchar_t *argv[])
{
    std::setlocale(LC_ALL, "korean");
    try
    {
        const std::optional<DWORD> milliseconds = argc == 3 ? number_in(argv[1]) : std::nullopt;
        if (!milliseconds)
        {
            say(L"Usage: StateWatcher MILLISECONDS COMMANDLINE");
            return 1;
        }
        watch(start(argv[2]), *milliseconds);
        return 0;
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
