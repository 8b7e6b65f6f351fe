// hostile: terminates itself with TerminateProcess and the exit code for success.
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

int _tmain()
{
    _tprintf(_T("return_val1: 15\nreturn_val2: 40\ntotal: 55\n"));
    fflush(stdout);
    TerminateProcess(GetCurrentProcess(), 0);
    return 1;
}
