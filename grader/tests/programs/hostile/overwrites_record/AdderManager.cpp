// hostile: fills the grader's record of its own run with 0xFF.
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
    FillMemory(record, extent.RegionSize, 0xFF);
    return 0;
}
