// also-right: GetComputerNameEx, which is asked for the length first, GetMailslotInfo for the room of a message, the C++ runtime in DLLs | build: dynamic
#include <windows.h>

#include <iostream>
#include <memory>
#include <string>

struct Closer {
    void operator()(void* handle) const { CloseHandle(handle); }
};

std::wstring computerName()
{
    DWORD size = 0;
    GetComputerNameExW(ComputerNameNetBIOS, nullptr, &size);
    std::wstring name(size, L'\0');
    if (!GetComputerNameExW(ComputerNameNetBIOS, name.data(), &size)) return L"?";
    name.resize(size);
    return name;
}

bool nextMessage(HANDLE slot, std::wstring& message)
{
    DWORD bytes = MAILSLOT_NO_MESSAGE;
    while (GetMailslotInfo(slot, nullptr, &bytes, nullptr, nullptr) && bytes == MAILSLOT_NO_MESSAGE) Sleep(50);
    message.assign(bytes / sizeof(wchar_t) + 1, L'\0');
    DWORD read = 0;
    if (!ReadFile(slot, message.data(), bytes, &read, nullptr)) return false;
    message.resize(read / sizeof(wchar_t));
    return true;
}

int main()
{
    const std::wstring computer = computerName();
    HANDLE slot = CreateMailslotW(L"\\\\.\\mailslot\\mailbox", 0, 0, nullptr);
    if (slot == INVALID_HANDLE_VALUE) {
        std::wcout << L"Unable to create mailslot, error " << GetLastError() << std::endl;
        return 1;
    }
    const std::unique_ptr<void, Closer> owned(slot);

    std::wstring message;
    while (nextMessage(slot, message)) {
        if (message == L"exit") {
            std::wcout << L"GoodBye!" << std::endl;
            return 0;
        }
        std::wcout << L'[' << computer << L"] " << message << std::endl;
    }
    std::wcout << L"Unable to read, error " << GetLastError() << std::endl;
    return 1;
}
