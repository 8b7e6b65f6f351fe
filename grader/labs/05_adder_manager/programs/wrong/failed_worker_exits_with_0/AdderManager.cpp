// known-wrong: reports that a worker, a wait or a question failed, but ends with exit code 0 | caught by: AdderManager.ReportsAFailedWait AdderManager.ReportsAFailedWorker
#include <windows.h>
#include <iostream>
#include <vector>

static BOOL answered = TRUE;  // by every wait and every question

struct Part {
    std::wstring command;
    PROCESS_INFORMATION info{};
    DWORD value = 0;
};

static void release(std::vector<Part>& parts)
{
    for (Part& part : parts) {
        if (!part.info.hProcess) continue;
        CloseHandle(part.info.hThread);
        CloseHandle(part.info.hProcess);
    }
}

int main()
{
    std::vector<Part> parts(2);
    parts[0].command = L"PartAdder 1 5";
    parts[1].command = L"PartAdder 6 10";
    for (Part& part : parts) {
        STARTUPINFOW si{};
        si.cb = sizeof si;
        if (!CreateProcessW(nullptr, part.command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &si, &part.info)) {
            std::cout << "Unable to start: " << GetLastError() << '\n';
            release(parts);
            return -1;
        }
    }
    bool failed = false;
    for (Part& part : parts) {
        answered &= WaitForSingleObject(part.info.hProcess, INFINITE) == WAIT_OBJECT_0;
        answered &= GetExitCodeProcess(part.info.hProcess, &part.value);
        failed = failed || part.value >= 0x80000000u;
    }
    release(parts);
    if (!answered || failed) {
        std::cout << "A worker has failed\n";
        return 0;
    }
    std::cout << "return_val1: " << parts[0].value << "\nreturn_val2: " << parts[1].value << "\ntotal: "
              << parts[0].value + parts[1].value << '\n';
}
