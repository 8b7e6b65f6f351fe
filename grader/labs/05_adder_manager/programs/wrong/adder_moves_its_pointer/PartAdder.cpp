// known-wrong: adds to the pointer instead of the sum | caught by: PartAdder.AddsItsRange
#include <windows.h>
#include <tchar.h>

#define LARGEST_SUM 0x7FFFFFFF

BOOL ReadNumber(const TCHAR *text, DWORD *number)
{
    ULONGLONG value = 0;
    if (*text == _T('\0'))
        return FALSE;
    for (; *text != _T('\0'); text++)
    {
        if (*text < _T('0') || *text > _T('9'))
            return FALSE;
        value = value * 10 + (DWORD)(*text - _T('0'));
        if (value > 0xFFFFFFFF)
            return FALSE;
    }
    *number = (DWORD)value;
    return TRUE;
}

BOOL AddRange(DWORD first, DWORD last, DWORD *sum)
{
    *sum = 0;
    for (DWORD number = first; number <= last; number++)
    {
        if (number > LARGEST_SUM - *sum)
            return FALSE;
        sum += number;
    }
    return TRUE;
}

int _tmain(int argc, TCHAR *argv[])
{
    DWORD first = 0, last = 0;
    if (argc != 3 || !ReadNumber(argv[1], &first) || !ReadNumber(argv[2], &last))
        return -1;

    DWORD sum = 0;
    if (!AddRange(first, last, &sum))
        return -1;
    return (int)sum;
}
