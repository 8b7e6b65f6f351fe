// hostile: prints the same line forever.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    for (;;)
        _tprintf(_T("return_val1: 15\n"));
}
