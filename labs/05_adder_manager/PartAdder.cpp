// PartAdder FIRST LAST: adds the numbers FIRST..LAST and ends with their sum as its exit code, or with -1.
#include <windows.h>
#include <tchar.h>

// Exit codes from 0x80000000 on mean failure (-1 is 0xFFFFFFFF, and the codes of crashes lie there too), so sums stay below.
#define LARGEST_SUM 0x7FFFFFFF

// Reads text, which must be decimal digits and nothing else. FALSE: it is not, or the number does not fit into a DWORD.
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

// Adds first..last, both included; nothing when first is the larger one. FALSE: the sum is larger than LARGEST_SUM.
BOOL AddRange(DWORD first, DWORD last, DWORD *sum)
{
    *sum = 0;
    // TODO 1: Add every number of the range to *sum. Return FALSE before *sum would pass LARGEST_SUM.
    // (When last is 0xFFFFFFFF, no DWORD is ever larger: what else ends your loop?)
    return TRUE;
}

int _tmain(int argc, TCHAR *argv[])
{
    DWORD first = 0, last = 0;
    // TODO 2: This believes whatever it is given. End at once with exit code -1 unless there are two numbers and no more.
    if (argc > 2)
    {
        ReadNumber(argv[1], &first);
        ReadNumber(argv[2], &last);
    }

    DWORD sum = 0;
    if (!AddRange(first, last, &sum))
        return -1;
    return (int)sum;
}
