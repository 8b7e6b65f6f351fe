// known-wrong: prints the sum but ends with exit code 0 | caught by: PartAdder.AddsItsRange
#include <windows.h>
#include <tchar.h>
#include <stdio.h>
#include <stdlib.h>

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 3)
    {
        _tprintf(_T("two numbers, please\n"));
        return -1;
    }
    int start = _ttoi(argv[1]);
    int end = _ttoi(argv[2]);
    int sum = 0;
    for (int i = start; i <= end; i++)
        sum += i;
    _tprintf(_T("%d\n"), sum);
    return 0;
}
