// also-right: std::async waits for the second worker while main waits for the first, runtime in DLLs | build: dynamic
#include <windows.h>
#include <future>
#include <iostream>
#include <string>

DWORD wait_for(HANDLE process)
{
    DWORD code = 0;
    bool known = WaitForSingleObject(process, INFINITE) == WAIT_OBJECT_0 && GetExitCodeProcess(process, &code);
    return known ? code : 0xFFFFFFFF;
}

bool run(std::string command, PROCESS_INFORMATION& pi)
{
    STARTUPINFOA si = {};
    si.cb = sizeof(si);
    return CreateProcessA(nullptr, &command[0], nullptr, nullptr, FALSE, 0, nullptr, nullptr, &si, &pi);
}

int main()
{
    PROCESS_INFORMATION one = {}, two = {};
    int result = -1;
    if (!run("PartAdder 1 5", one) || !run("PartAdder 6 10", two)) {
        std::cout << "Unable to start: " << GetLastError() << std::endl;
    } else {
        std::future<DWORD> later = std::async(std::launch::async, wait_for, two.hProcess);
        DWORD a = wait_for(one.hProcess);
        DWORD b = later.get();
        if (a < 0x80000000 && b < 0x80000000) {
            std::cout << "return_val1: " << a << "\n"
                      << "return_val2: " << b << "\n"
                      << "total: " << a + b << "\n";
            result = 0;
        }
    }
    for (HANDLE handle : {one.hProcess, one.hThread, two.hProcess, two.hThread})
        if (handle) CloseHandle(handle);
    return result;
}
