// also-right: streams and owned handles, with the C++ runtime in DLLs | build: dynamic
#include <windows.h>

#include <array>
#include <cstdint>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

struct CloseIt {
    void operator()(void* handle) const noexcept { CloseHandle(handle); }
};
using Owned = std::unique_ptr<void, CloseIt>;

struct Adder {
    Owned process, thread;
};

std::optional<Adder> launch(int from, int to)
{
    auto line = L"PartAdder " + std::to_wstring(from) + L' ' + std::to_wstring(to);
    STARTUPINFOW startup{sizeof(STARTUPINFOW)};
    PROCESS_INFORMATION info{};
    if (!CreateProcessW(L"PartAdder.exe", line.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup, &info)) {
        const auto error = GetLastError();
        std::wcerr << L"Unable to start PartAdder " << from << L' ' << to << L" (error " << error << L")\n";
        return std::nullopt;
    }
    return Adder{Owned(info.hProcess), Owned(info.hThread)};
}

std::optional<DWORD> sum_of(const Adder& adder)
{
    DWORD code = 0;
    if (WaitForSingleObject(adder.process.get(), INFINITE) != WAIT_OBJECT_0) return std::nullopt;
    if (!GetExitCodeProcess(adder.process.get(), &code)) return std::nullopt;
    if (static_cast<std::int32_t>(code) < 0) return std::nullopt;
    return code;
}

int main()
{
    auto low = launch(1, 5);
    if (!low) return -1;
    auto high = launch(6, 10);
    if (!high) return -1;

    const std::array sums{sum_of(*low), sum_of(*high)};
    if (!sums[0] || !sums[1]) {
        std::wcerr << L"A worker failed.\n";
        return -1;
    }
    std::wcout << L"return_val1: " << *sums[0] << L"\nreturn_val2: " << *sums[1] << L'\n';
    std::wcout << L"total: " << *sums[0] + *sums[1] << std::endl;
    return 0;
}
