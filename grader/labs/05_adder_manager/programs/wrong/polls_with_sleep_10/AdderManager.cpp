// known-wrong: gets both exit codes every 10 ms until neither is STILL_ACTIVE | caught by: AdderManager.WaitsForBothWorkers AdderManager.BelievesAnExitCodeOf259 AdderManager.WaitsWithoutSpinning
#include <windows.h>
#include <iostream>

static PROCESS_INFORMATION Launch(wchar_t* line)
{
    STARTUPINFOW si{};
    si.cb = sizeof si;
    PROCESS_INFORMATION pi{};
    if (!CreateProcessW(L"PartAdder.exe", line, nullptr, nullptr, FALSE, 0, nullptr, nullptr, &si, &pi))
        std::cerr << "Unable to start PartAdder, error " << GetLastError() << std::endl;
    return pi;
}

static void Drop(const PROCESS_INFORMATION& pi)
{
    CloseHandle(pi.hProcess);
    CloseHandle(pi.hThread);
}

int main()
{
    wchar_t left[] = L"PartAdder 1 5";
    wchar_t right[] = L"PartAdder 6 10";
    PROCESS_INFORMATION first = Launch(left);
    if (first.hProcess == nullptr) return -1;
    PROCESS_INFORMATION second = Launch(right);
    if (second.hProcess == nullptr)
    {
        Drop(first);
        return -1;
    }

    DWORD a = 0, b = 0;
    do
    {
        Sleep(10);
        GetExitCodeProcess(first.hProcess, &a);
        GetExitCodeProcess(second.hProcess, &b);
    } while (a == STILL_ACTIVE || b == STILL_ACTIVE);
    Drop(first);
    Drop(second);

    if (static_cast<LONG>(a) < 0 || static_cast<LONG>(b) < 0) return -1;
    std::cout << "return_val1: " << a << "\nreturn_val2: " << b << "\ntotal: " << a + b << std::endl;
    return 0;
}
