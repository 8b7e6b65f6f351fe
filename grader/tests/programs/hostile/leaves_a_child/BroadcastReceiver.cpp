// expected: failed never_created_slot: exits, and leaves behind a copy of itself that sleeps.
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main()
{
    if (strstr(GetCommandLineA(), "stay")) Sleep(INFINITE);
    char self[MAX_PATH], line[] = "child stay";
    GetModuleFileNameA(NULL, self, MAX_PATH);
    STARTUPINFOA startup = {};
    PROCESS_INFORMATION child;
    startup.cb = sizeof startup;
    const DWORD flags = CREATE_BREAKAWAY_FROM_JOB | DETACHED_PROCESS | CREATE_NEW_PROCESS_GROUP;
    printf("%d\n", CreateProcessA(self, line, NULL, NULL, FALSE, flags, NULL, NULL, &startup, &child));
    return 0;
}
