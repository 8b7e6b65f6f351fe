// hostile: starts 30 copies of itself; like it, each of them waits forever.
#include <windows.h>
#include <tchar.h>

int _tmain(int argc, TCHAR *argv[])
{
    (void)argv;
    TCHAR program[MAX_PATH];
    GetModuleFileName(NULL, program, MAX_PATH);
    for (int i = 0; argc == 1 && i < 30; i++)
    {
        STARTUPINFO startup;
        PROCESS_INFORMATION copy;
        ZeroMemory(&startup, sizeof(startup));
        startup.cb = sizeof(startup);
        TCHAR commandLine[] = _T("AdderManager copy");
        CreateProcess(program, commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &copy);
    }
    WaitForSingleObject(CreateEvent(NULL, TRUE, FALSE, NULL), INFINITE);
    return 0;
}
