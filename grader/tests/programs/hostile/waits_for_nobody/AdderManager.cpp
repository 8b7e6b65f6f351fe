// hostile: prints without a flush, and then waits for an event that is never set.
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
