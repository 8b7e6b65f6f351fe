// expected: failed never_created_slot: looks for files on the machine.
#include <windows.h>
#include <stdio.h>
#include <initializer_list>

int main()
{
    for (const char *place : {"Z:", "\\\\?\\unix", "C:\\..\\.."})
        for (const char *file : {"\\etc\\shadow", "\\root\\.ssh", "\\proc\\1\\environ", "\\lab\\solutions"}) {
            char path[64];
            sprintf(path, "%s%s", place, file);
            FILE *opened = fopen(path, "rb");
            if (opened != NULL) printf("open: %s\n", path);
        }
    return 0;
}
