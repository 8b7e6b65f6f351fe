// also-right: streams, exceptions and an owned handle, with the C++ runtime in DLLs | build: dynamic
#include <windows.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

class Refused : public std::runtime_error {
public:
    Refused() : std::runtime_error("Unable to broadcast, error " + std::to_string(GetLastError())) {}
};

class Address {
public:
    explicit Address(const std::wstring& computer)
    {
        const std::wstring name = L"\\\\" + computer + L"\\mailslot\\mailbox";
        HANDLE slot = CreateFileW(name.c_str(), GENERIC_WRITE, FILE_SHARE_READ, nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
        if (slot == INVALID_HANDLE_VALUE) throw Refused();
        slot_.reset(slot);
    }

    void send(const std::wstring& text) const
    {
        DWORD written = 0;
        const auto bytes = static_cast<DWORD>(text.size() * sizeof(wchar_t));
        if (!WriteFile(slot_.get(), text.data(), bytes, &written, nullptr)) throw Refused();
    }

private:
    struct Closer {
        void operator()(void* handle) const { CloseHandle(handle); }
    };
    std::unique_ptr<void, Closer> slot_;
};

int wmain(int argc, wchar_t** argv)
try {
    const Address address(argc > 1 ? argv[1] : L"*");
    for (std::wstring line; std::getline(std::wcin, line);) {
        if (!line.empty() && line.back() == L'\r') line.pop_back();
        if (line.size() > 424 / sizeof(wchar_t)) {
            std::wcout << L"Message too long: " << line.size() << L" characters" << std::endl;
            continue;
        }
        address.send(line);
        if (line == L"exit") {
            std::wcout << L"GoodBye!" << std::endl;
            break;
        }
    }
    return 0;
} catch (const Refused& refused) {
    std::cout << refused.what() << std::endl;
    return 1;
}
