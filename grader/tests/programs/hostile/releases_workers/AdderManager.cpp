// expected: not_gradable opened_record: releases the fake workers itself.
#include <windows.h>
#include <stdio.h>
#include <string.h>

static HANDLE start(char *line)
{
    STARTUPINFOA startup = {};
    PROCESS_INFORMATION worker;
    startup.cb = sizeof startup;
    return CreateProcessA("PartAdder.exe", line, NULL, NULL, FALSE, 0, NULL, NULL, &startup, &worker) ? worker.hProcess : NULL;
}

int main()
{
    char first[] = "PartAdder 1 5", second[] = "PartAdder 6 10", path[MAX_PATH], name[MAX_PATH + 16];
    HANDLE workers[] = {start(first), start(second)};
    GetModuleFileNameA(NULL, path, MAX_PATH);
    *strrchr(path, '\\') = 0;
    for (int number = 1; number <= 2; number++) {
        sprintf(name, "Local\\lab.%s.go.%d", strrchr(path, '\\') + 1, number);
        SetEvent(CreateEventA(NULL, TRUE, FALSE, name));
    }
    WaitForMultipleObjects(2, workers, TRUE, INFINITE);
    puts("return_val1: 15\nreturn_val2: 40\ntotal: 55");
    return 0;
}
