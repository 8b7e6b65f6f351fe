// PartAdder FIRST LAST: adds the numbers from FIRST to LAST. Its exit code is their sum, or -1.
#include <windows.h>
#include <tchar.h>

// Exit codes of 0x80000000 and above mean failure (-1 is 0xFFFFFFFF, and crashes have such codes, too), so a sum must be smaller.
#define LARGEST_SUM 0x7FFFFFFF

// Reads the number in text. Returns FALSE if text contains anything but decimal digits, or if the number does not fit into a DWORD.
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

// Adds the numbers from first to last; there are none if first is larger. Returns FALSE if the sum is larger than LARGEST_SUM.
BOOL AddRange(DWORD first, DWORD last, DWORD *sum)
{
    *sum = 0;
    // TODO 1: Add every number in the range to *sum. Return FALSE before *sum would exceed LARGEST_SUM.
    // (If last is 0xFFFFFFFF, no DWORD is larger: what else ends your loop?)
    return TRUE;
}

int _tmain(int argc, TCHAR *argv[])
{
    DWORD first = 0, last = 0;
    // TODO 2: This accepts anything. End at once with exit code -1 unless there are exactly two arguments, and both are numbers.
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
