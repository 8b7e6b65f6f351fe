// known-wrong: starts no worker at all | caught by: AdderManager.StartsBothWorkers
#include <stdio.h>
#include <tchar.h>

int _tmain()
{
    _tprintf(_T("return_val1: 15\n"));
    _tprintf(_T("return_val2: 40\n"));
    _tprintf(_T("total: 55\n"));
    return 0;
}
