// expected: not_gradable opened_record: reads the grader's record.
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
    const char *view = (const char *)record(FILE_MAP_READ);
    printf("%.4s\n", view ? view : "none");
    return 0;
}
