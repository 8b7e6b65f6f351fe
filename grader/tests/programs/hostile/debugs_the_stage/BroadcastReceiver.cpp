// expected: failed never_created_slot: tries to debug the stage.
#include <windows.h>
#include <stdio.h>
#include <tlhelp32.h>
#include <wchar.h>

int main()
{
    HANDLE all = CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0);
    PROCESSENTRY32W entry;
    entry.dwSize = sizeof entry;
    for (BOOL more = Process32FirstW(all, &entry); more; more = Process32NextW(all, &entry))
        if (!_wcsicmp(entry.szExeFile, L"stage.exe")) printf("%d\n", DebugActiveProcess(entry.th32ProcessID));
    return 0;
}
