// hostile: closes every handle with a number from 4 to 4096, and then still starts a worker.
#include <windows.h>
#include <tchar.h>

int _tmain()
{
    for (ULONG_PTR number = 4; number <= 4096; number += 4)
        CloseHandle((HANDLE)number);

    STARTUPINFO startup;
    PROCESS_INFORMATION worker;
    ZeroMemory(&startup, sizeof(startup));
    startup.cb = sizeof(startup);
    TCHAR commandLine[] = _T("PartAdder 1 5");
    if (CreateProcess(_T("PartAdder.exe"), commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &worker))
        WaitForSingleObject(worker.hProcess, INFINITE);
    return 0;
}
