// also-right: owner types end the thread before they close the mailslot
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <exception>
#include <functional>
#include <iostream>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
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

// A message is a line of at most 200 characters. Some senders also send a newline (CR and LF) or a terminator.
constexpr DWORD max_characters = 202;

DWORD byte_count(const std::wstring &text) { return static_cast<DWORD>(text.size() * sizeof(wchar_t)); }

// Prints the line at once, even to a file or a pipe.
void say(const std::wstring &line)
{
    _putws(line.c_str());
    std::fflush(stdout);
}

// Empty if no message arrived within the mailslot's read time-out.
std::optional<std::wstring> read_message(const unique_handle &slot)
{
    std::wstring message(max_characters, L'\0');
    DWORD bytes = 0;
    if (!ReadFile(slot.get(), message.data(), byte_count(message), &bytes, nullptr))
    {
        if (GetLastError() == ERROR_SEM_TIMEOUT)
            return std::nullopt;
        throw_last_error("Unable to read");
    }
    message.resize(bytes / sizeof(wchar_t));
    return message.substr(0, message.find_first_of(std::wstring_view(L"\r\n\0", 3)));
}

// The second thread. No exception leaves it: that would end the program.
void print_messages(std::stop_token stop, const unique_handle &slot)
{
    try
    {
        while (!stop.stop_requested())
            if (const std::optional<std::wstring> message = read_message(slot))
                say(*message);
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
    }
}

//[part send]
// Returns false if the line was not delivered.
bool send(const std::wstring &path, const std::wstring &line)
{
    const unique_handle slot(
        CreateFileW(path.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    DWORD written = 0;
    return slot && WriteFile(slot.get(), line.data(), byte_count(line), &written, nullptr);
}
//[end]

void send_lines(const std::wstring &path)
{
    for (std::wstring line; std::getline(std::wcin, line) && line != L"exit";)
        if (!line.empty() && !send(path, line))
            say(L"Not sent");
}

//[part chat]
void chat(const std::wstring &mine, const std::wstring &theirs)
{
    constexpr DWORD read_timeout = 200;
    const unique_handle slot(CreateMailslotW(mine.c_str(), max_characters * sizeof(wchar_t), read_timeout, nullptr));
    if (!slot)
        throw_last_error("Unable to create mailslot");
    const std::jthread reader(print_messages, std::cref(slot));
    send_lines(theirs);
}  // first the thread is asked to stop and joined, then the mailslot is closed
//[end]

int wmain(int argc, wchar_t *argv[])
{
    std::setlocale(LC_ALL, "korean");
    try
    {
        if (argc != 3)
        {
            say(L"Usage: MailChat MINE THEIRS");
            return 1;
        }
        const std::wstring folder = L"\\\\.\\mailslot\\chat\\";
        chat(folder + argv[1], folder + argv[2]);
        return 0;
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
