// known-wrong: sleeps three seconds instead of waiting | caught by: AdderManager.WaitsForBothWorkers
#include <windows.h>
#include <cstdio>
#include <cwchar>
#include <string>

struct Worker {
    PROCESS_INFORMATION info{};
    bool started = false;

    explicit Worker(std::wstring command) {
        STARTUPINFOW startup{};
        startup.cb = sizeof(startup);
        started = CreateProcessW(nullptr, &command[0], nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup, &info) != 0;
        if (!started) std::printf("Unable to start: error %lu\n", GetLastError());
    }
    ~Worker() {
        if (!started) return;
        CloseHandle(info.hThread);
        CloseHandle(info.hProcess);
    }
    DWORD exit_code() const {
        DWORD code = 0xFFFFFFFF;
        GetExitCodeProcess(info.hProcess, &code);
        return code;
    }
};

int wmain() {
    Worker one(L"PartAdder 1 5");
    if (!one.started) return -1;
    Worker two(L"PartAdder 6 10");
    if (!two.started) return -1;

    Sleep(3000);

    const DWORD first = one.exit_code();
    const DWORD second = two.exit_code();
    if (first >= 0x80000000u || second >= 0x80000000u) return -1;
    std::printf("return_val1: %lu\n", first);
    std::printf("return_val2: %lu\n", second);
    std::printf("total: %lu\n", first + second);
    return 0;
}
