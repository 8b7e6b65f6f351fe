// also-right: output in UTF-16, and a function of its own that closes everything and calls ExitProcess
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <io.h>
#include <fcntl.h>

static PROCESS_INFORMATION g_first, g_second;

static void Quit(int code)
{
    if (g_first.hProcess)
        CloseHandle(g_first.hProcess), CloseHandle(g_first.hThread);
    if (g_second.hProcess)
        CloseHandle(g_second.hProcess), CloseHandle(g_second.hThread);
    fflush(stdout);
    ExitProcess((UINT)code);
}

static void Start(TCHAR *command, PROCESS_INFORMATION *info)
{
    STARTUPINFO si = {};
    si.cb = sizeof(si);
    if (!CreateProcess(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &si, info))
    {
        wprintf(L"Unable to start (error %lu)\n", GetLastError());
        Quit(-1);
    }
}

static DWORD Part(HANDLE process)
{
    DWORD code;
    if (WaitForSingleObjectEx(process, INFINITE, TRUE) != WAIT_OBJECT_0 || !GetExitCodeProcess(process, &code) ||
        code >= 0x80000000)
    {
        wprintf(L"A worker failed\n");
        Quit(-1);
    }
    return code;
}

int _tmain()
{
    TCHAR one[] = _T("PartAdder 1 5");
    TCHAR two[] = _T("PartAdder 6 10");
    _setmode(_fileno(stdout), _O_U16TEXT);
    Start(one, &g_first);
    Start(two, &g_second);
    DWORD x = Part(g_first.hProcess);
    DWORD y = Part(g_second.hProcess);
    wprintf(L"return_val1: %lu\nreturn_val2: %lu\ntotal: %lu\n", x, y, x + y);
    Quit(0);
    return 0;
}
