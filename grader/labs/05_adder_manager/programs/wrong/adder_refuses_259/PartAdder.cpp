// known-wrong: treats a sum of 259 as an error, since it is STILL_ACTIVE | caught by: PartAdder.AddsItsRange
#include <windows.h>
#include <tchar.h>

const DWORD FAILURE = (DWORD)-1;

BOOL Parse(const TCHAR *text, DWORD *out)
{
    DWORD value = 0;
    int digits = 0;
    while (*text >= _T('0') && *text <= _T('9') && digits < 9)
    {
        value = value * 10 + (DWORD)(*text++ - _T('0'));
        digits++;
    }
    *out = value;
    return digits > 0 && *text == 0;
}

int _tmain(int argc, TCHAR *argv[])
{
    DWORD first, last, sum = 0;
    if (argc != 3 || !Parse(argv[1], &first) || !Parse(argv[2], &last))
        ExitProcess(FAILURE);
    for (DWORD n = first; n <= last; n++)
    {
        if (sum + n > 0x7FFFFFFF)
            ExitProcess(FAILURE);
        sum += n;
    }
    if (sum == STILL_ACTIVE)
        ExitProcess(FAILURE);
    ExitProcess(sum);
}
