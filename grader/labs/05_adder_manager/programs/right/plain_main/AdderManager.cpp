// also-right: an ordinary main, with the TCHAR names all the same
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int main()
{
    PROCESS_INFORMATION info[2];
    STARTUPINFO startup = {};
    TCHAR one[] = TEXT("PartAdder 1 5");
    TCHAR two[] = TEXT("PartAdder 6 10");
    LPTSTR line[] = { one, two };
    DWORD value[2];
    int started = 0, result = -1;

    startup.cb = sizeof(startup);
    while (started < 2 && CreateProcess(NULL, line[started], NULL, NULL, FALSE, 0, NULL, NULL, &startup, &info[started]))
        started++;
    if (started < 2)
        printf("Unable to start worker %d, error %lu\n", started + 1, GetLastError());

    for (int i = 0; i < started; i++)
    {
        if (WaitForSingleObject(info[i].hProcess, INFINITE) != WAIT_OBJECT_0 || !GetExitCodeProcess(info[i].hProcess, &value[i]))
            value[i] = 0xFFFFFFFF;
        CloseHandle(info[i].hThread);
        CloseHandle(info[i].hProcess);
    }
    if (started == 2 && !((value[0] | value[1]) >> 31))
    {
        printf("return_val1: %lu\n", value[0]);
        printf("return_val2: %lu\n", value[1]);
        printf("total: %lu\n", value[0] + value[1]);
        result = 0;
    }
    return result;
}
