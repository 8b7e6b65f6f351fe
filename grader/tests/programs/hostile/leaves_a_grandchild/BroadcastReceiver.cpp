// expected: failed never_created_slot: its child exits, too, and leaves behind a grandchild that computes.
#include <windows.h>
#include <stdio.h>
#include <string.h>

int main()
{
    char *self = GetCommandLineA();
    const int depth = strstr(self, "depth2") ? 2 : strstr(self, "depth1") ? 1 : 0;
    if (depth == 2) for (;;) {}
    char path[MAX_PATH], line[] = "copy depth1";
    line[10] = (char)('1' + depth);
    GetModuleFileNameA(NULL, path, MAX_PATH);
    STARTUPINFOA startup = {};
    PROCESS_INFORMATION child;
    startup.cb = sizeof startup;
    CreateProcessA(path, line, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &startup, &child);
    return 0;
}
