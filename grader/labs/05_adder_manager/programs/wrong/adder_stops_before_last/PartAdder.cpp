// known-wrong: leaves out the last number of the range | caught by: PartAdder.AddsItsRange
#include <windows.h>
#include <tchar.h>
#include <stdlib.h>

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 3)
        return -1;
    for (int a = 1; a < argc; a++)
    {
        if (!argv[a][0] || _tcslen(argv[a]) > 9 || _tcsspn(argv[a], _T("0123456789")) != _tcslen(argv[a]))
            return -1;
    }
    ULONGLONG sum = 0;
    for (long i = _ttol(argv[1]); i < _ttol(argv[2]); i++)
    {
        sum += i;
        if (sum > 0x7FFFFFFF)
            return -1;
    }
    return (int)sum;
}
