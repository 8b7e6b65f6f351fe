// expected: not_gradable opened_record: opens the grader's record by name, and clears its beginning.
#include <windows.h>
#include <stdio.h>
#include <string.h>

static void *record(DWORD access)
{
    char path[MAX_PATH], name[MAX_PATH + 16];
    GetModuleFileNameA(NULL, path, MAX_PATH);
    *strrchr(path, '\\') = 0;
    sprintf(name, "Local\\lab.%s.wire", strrchr(path, '\\') + 1);
    return MapViewOfFile(OpenFileMappingA(access, FALSE, name), access, 0, 0, 0);
}

int main()
{
    void *view = record(FILE_MAP_ALL_ACCESS);
    if (view != NULL) memset(view, 0, 4096);
    return 0;
}
