// also-right: the sum by formula, in 64 bits
#include <windows.h>
#include <tchar.h>

// -1: text is no number that fits into a DWORD.
static LONGLONG Parse(const TCHAR *s)
{
    LONGLONG value = 0;
    if (!*s)
        return -1;
    while (*s)
    {
        if (*s < _T('0') || *s > _T('9'))
            return -1;
        value = value * 10 + (*s++ - _T('0'));
        if (value > MAXDWORD)
            return -1;
    }
    return value;
}

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 3)
        return -1;
    LONGLONG first = Parse(argv[1]);
    LONGLONG last = Parse(argv[2]);
    if (first < 0 || last < 0)
        return -1;
    if (first > last)
        return 0;
    if (last > MAXLONG)
        return -1;
    LONGLONG sum = (first + last) * (last - first + 1) / 2;
    return sum > MAXLONG ? -1 : (int)sum;
}
