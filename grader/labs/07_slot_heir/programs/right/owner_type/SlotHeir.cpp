// also-right: owner types for the mailslot and the heir; the parent closes its handle before it waits
#include <windows.h>

#include <clocale>
#include <cstdio>
#include <exception>
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

// A message is a line of at most 200 characters. Some senders also send a newline (CR and LF) or a terminator.
constexpr DWORD max_characters = 202;

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

// The path of this .exe file.
std::wstring this_program()
{
    std::wstring own_path(32768, L'\0');  // no path is longer
    const DWORD length = GetModuleFileNameW(nullptr, own_path.data(), static_cast<DWORD>(own_path.size()));
    if (length == 0)
        throw_last_error("Unable to start: no path");
    return own_path.substr(0, length);
}

// Starts this program again as a child that inherits the handle to the mailslot. Returns its process.
unique_handle start_heir(const unique_handle &slot)
{
    const std::wstring program = this_program();
    std::wstring command_line = L"SlotHeir heir " + std::to_wstring(HandleToULong(slot.get()));
    STARTUPINFOW startup = {};
    startup.cb = sizeof(startup);
    PROCESS_INFORMATION started = {};
    if (!CreateProcessW(program.c_str(), command_line.data(), nullptr, nullptr, TRUE, 0,
                        nullptr, nullptr, &startup, &started))
        throw_last_error("Unable to start the heir");
    const unique_handle thread(started.hThread);
    return unique_handle(started.hProcess);
}

//[part parent]
void leave_the_slot()
{
    SECURITY_ATTRIBUTES attributes = {};
    attributes.nLength = sizeof(attributes);
    attributes.bInheritHandle = TRUE;
    unique_handle slot(
        CreateMailslotW(L"\\\\.\\mailslot\\mailbox", max_characters * sizeof(wchar_t), MAILSLOT_WAIT_FOREVER, &attributes));
    if (!slot)
        throw_last_error("Unable to create mailslot");

    const unique_handle heir = start_heir(slot);
    slot.reset();  // now, not at the end of this function: from here on, only the heir has the mailslot
    if (WaitForSingleObject(heir.get(), INFINITE) != WAIT_OBJECT_0)
        throw_last_error("Unable to wait");
}
//[end]

//[part heir]
// The heir becomes the owner of the handle whose number it receives.
void read_as_heir(const wchar_t *number)
{
    const unique_handle slot(ULongToHandle(std::stoul(number)));
    for (std::wstring message = read_message(slot); message != L"exit"; message = read_message(slot))
    {
        _putws(message.c_str());
        std::fflush(stdout);
    }
    _putws(L"GoodBye!");
}
//[end]

int wmain(int argc, wchar_t *argv[])
{
    std::setlocale(LC_ALL, "korean");
    try
    {
        if (argc == 3)
            read_as_heir(argv[2]);
        else
            leave_the_slot();
        return 0;
    }
    catch (const std::exception &failure)
    {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}
