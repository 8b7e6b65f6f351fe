// also-right: TCHAR source built without UNICODE, and a loop that counts down
#undef UNICODE
#undef _UNICODE
#include <windows.h>
#include <tchar.h>
#include <stdio.h>

BOOL ToNumber(LPCTSTR text, ULONGLONG *value)
{
    TCHAR rest;
    if (_tcslen(text) > 10 || _tcsspn(text, _T("0123456789")) != _tcslen(text))
        return FALSE;
    return _stscanf(text, _T("%I64u%c"), value, &rest) == 1 && *value <= MAXDWORD;
}

int _tmain(int argc, TCHAR *argv[])
{
    ULONGLONG first, last, sum = 0;
    if (argc != 3 || !ToNumber(argv[1], &first) || !ToNumber(argv[2], &last))
        return -1;
    for (ULONGLONG n = last; n >= first && n > 0; n--)
    {
        sum += n;
        if (sum > MAXLONG)
            return -1;
    }
    return (int)sum;
}
