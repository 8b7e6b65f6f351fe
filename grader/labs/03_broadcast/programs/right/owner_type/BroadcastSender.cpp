// also-right: an owner type closes the mailslot at either end, and errors are exceptions
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <exception>
#include <iostream>
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

// The maximum size of a message to another computer, in bytes: each message is sent as one packet.
constexpr DWORD max_bytes = 424;

DWORD byte_count(const std::wstring &text) { return static_cast<DWORD>(text.size() * sizeof(wchar_t)); }

//[part main]
void broadcast_lines(const std::wstring &computers)
{
    const std::wstring name = L"\\\\" + computers + L"\\mailslot\\mailbox";
    const unique_handle slot(
        CreateFileW(name.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr));
    if (!slot)
        throw_last_error("Unable to broadcast");

    for (std::wstring line; std::getline(std::wcin, line);)
    {
        if (line.empty())
            continue;
        if (byte_count(line) > max_bytes)
        {
            _putws(L"Message too long");
            continue;
        }
        DWORD written = 0;
        if (!WriteFile(slot.get(), line.data(), byte_count(line), &written, nullptr))
            throw_last_error("Unable to broadcast");
        if (line == L"exit")
        {
            _putws(L"GoodBye!");
            return;
        }
    }
}
//[end]

int wmain(int argc, wchar_t *argv[])
{
    std::setlocale(LC_ALL, "korean");
    try
    {
        broadcast_lines(argc > 1 ? argv[1] : L"*");
        return 0;
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
