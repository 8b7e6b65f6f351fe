// also-right: streams and an owned handle, with the C++ runtime in DLLs | build: dynamic
#include <windows.h>

#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

struct CloseIt {
    void operator()(void* handle) const noexcept { CloseHandle(handle); }
};
using Slot = std::unique_ptr<void, CloseIt>;

std::optional<std::wstring> next_message(const Slot& slot)
{
    std::wstring text(256, L'\0');
    DWORD bytes = 0;
    while (!ReadFile(slot.get(), text.data(), static_cast<DWORD>(text.size() * sizeof(wchar_t)), &bytes, nullptr)) {
        if (GetLastError() != ERROR_INSUFFICIENT_BUFFER) return std::nullopt;
        text.resize(text.size() * 2);
    }
    text.resize(bytes / sizeof(wchar_t));
    if (const auto end = text.find_first_of(std::wstring(L"\0\r\n", 3)); end != text.npos) text.erase(end);
    return text;
}

int main()
{
    const HANDLE made = CreateMailslotW(L"\\\\.\\mailslot\\mailbox", 0, MAILSLOT_WAIT_FOREVER, nullptr);
    if (made == INVALID_HANDLE_VALUE) {
        const DWORD error = GetLastError();
        std::wcerr << L"Unable to create mailslot (error " << error << L")\n";
        return 1;
    }
    const Slot slot(made);
    while (const auto message = next_message(slot)) {
        if (*message == L"exit") {
            std::wcout << L"GoodBye!" << std::endl;
            return 0;
        }
        std::wcout << *message << L'\n';
    }
    const DWORD error = GetLastError();
    std::wcerr << L"Unable to read (error " << error << L")\n";
    return 1;
}
