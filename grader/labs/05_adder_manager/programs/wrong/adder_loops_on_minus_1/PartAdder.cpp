// known-wrong: reads -1 as 4294967295 and then never ends | caught by: PartAdder.RefusesWrongArguments
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 3)
        return -1;
    TCHAR *end1, *end2;
    DWORD start = _tcstoul(argv[1], &end1, 10);
    DWORD end = _tcstoul(argv[2], &end2, 10);
    if (end1 == argv[1] || *end1 || end2 == argv[2] || *end2)
        return -1;

    DWORD sum = 0;
    for (DWORD i = start; i <= end; i++)
    {
        if ((i & 0xFFFFFF) == 0)
            _tprintf(_T("."));  // a sign of life
        sum += i;
    }
    return sum > 0x7FFFFFFF ? -1 : (int)sum;
}
