// also-right: getline, a string, an owned handle, with the C++ runtime in DLLs | build: dynamic
#include <windows.h>

#include <iostream>
#include <memory>
#include <string>

struct CloseIt {
    void operator()(void* handle) const noexcept { CloseHandle(handle); }
};

int main()
{
    const HANDLE opened = CreateFileW(L"\\\\.\\mailslot\\mailbox", GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING,
                                      FILE_ATTRIBUTE_NORMAL, nullptr);
    if (opened == INVALID_HANDLE_VALUE) {
        std::wcerr << L"Unable to open mailslot (error " << GetLastError() << L")\n";
        return 1;
    }
    const std::unique_ptr<void, CloseIt> slot(opened);
    for (std::wstring line; std::getline(std::wcin, line);) {
        DWORD written = 0;
        if (!WriteFile(slot.get(), line.data(), static_cast<DWORD>(line.size() * sizeof(wchar_t)), &written, nullptr)) {
            std::wcerr << L"Unable to write (error " << GetLastError() << L")\n";
            return 1;
        }
        if (line == L"exit") {
            std::wcout << L"GoodBye!" << std::endl;
            return 0;
        }
    }
    return 0;
}
