// also-right: an owner type closes the mailslot at either end, and errors are exceptions
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <exception>
#include <iterator>
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

// A message from another computer is at most 424 bytes long. One from this computer, a line of at most 200 characters, is shorter.
constexpr DWORD max_characters = 424 / sizeof(wchar_t);

DWORD byte_count(const std::wstring &text) { return static_cast<DWORD>(text.size() * sizeof(wchar_t)); }

std::wstring read_message(const unique_handle &slot)
{
    std::wstring message(max_characters, L'\0');
    DWORD bytes = 0;
    if (!ReadFile(slot.get(), message.data(), byte_count(message), &bytes, nullptr))
        throw_last_error("Unable to read");
    message.resize(bytes / sizeof(wchar_t));
    return message.substr(0, message.find_first_of(std::wstring_view(L"\r\n\0", 3)));
}

std::wstring computer_name()
{
    wchar_t name[MAX_COMPUTERNAME_LENGTH + 1];
    DWORD size = static_cast<DWORD>(std::size(name));
    if (!GetComputerNameW(name, &size))
        throw_last_error("Unable to get the computer's name");
    return {name, size};
}

void print_messages()
{
    const std::wstring computer = computer_name();
    const unique_handle slot(
        CreateMailslotW(L"\\\\.\\mailslot\\mailbox", max_characters * sizeof(wchar_t), MAILSLOT_WAIT_FOREVER, nullptr));
    if (!slot)
        throw_last_error("Unable to create mailslot");

    for (std::wstring message = read_message(slot); message != L"exit"; message = read_message(slot))
    {
        _putws((L"[" + computer + L"] " + message).c_str());
        std::fflush(stdout);
    }
    _putws(L"GoodBye!");
}

int wmain()
{
    std::setlocale(LC_ALL, "korean");
    try
    {
        print_messages();
        return 0;
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
