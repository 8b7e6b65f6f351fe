// hostile: prints without a flush, then waits for an event that nobody sets.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    fputs("return_val1: 15", stdout);
    HANDLE never = CreateEvent(NULL, TRUE, FALSE, NULL);
    WaitForSingleObject(never, INFINITE);
    return 0;
}
