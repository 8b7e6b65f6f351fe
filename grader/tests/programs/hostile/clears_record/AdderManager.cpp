// hostile: clears the grader's record of its own run repeatedly while it waits for a worker.
#include <windows.h>
#include <tchar.h>
#include <stdlib.h>

int _tmain()
{
    // The record is named after the folder of the run.
    TCHAR program[MAX_PATH];
    GetModuleFileName(NULL, program, MAX_PATH);
    *_tcsrchr(program, _T('\\')) = 0;
    TCHAR name[MAX_PATH + 16] = _T("Local\\lab.");
    _tcscat(name, _tcsrchr(program, _T('\\')) + 1);
    _tcscat(name, _T(".wire"));
    HANDLE mapping = OpenFileMapping(FILE_MAP_ALL_ACCESS, FALSE, name);
    void *record = MapViewOfFile(mapping, FILE_MAP_ALL_ACCESS, 0, 0, 0);
    if (record == NULL)
        return 77;
    MEMORY_BASIC_INFORMATION extent;
    VirtualQuery(record, &extent, sizeof(extent));
    STARTUPINFO startup;
    PROCESS_INFORMATION worker;
    ZeroMemory(&startup, sizeof(startup));
    startup.cb = sizeof(startup);
    TCHAR commandLine[] = _T("PartAdder 1 5");
    if (!CreateProcess(_T("PartAdder.exe"), commandLine, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &worker))
        return -1;
    while (WaitForSingleObject(worker.hProcess, 50) == WAIT_TIMEOUT)
        ZeroMemory(record, extent.RegionSize);
    return 0;
}
