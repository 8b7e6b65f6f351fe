// known-wrong: do-while adds the first number of an empty range | caught by: PartAdder.AddsNothingForAnEmptyRange
#include <windows.h>
#include <tchar.h>

static LONGLONG ToNumber(const TCHAR *p)
{
    LONGLONG n = 0;
    if (*p == 0) return -1;
    for (; *p; p++) {
        if (!_istdigit(*p)) return -1;
        n = n * 10 + (*p - _T('0'));
        if (n > MAXDWORD) return -1;
    }
    return n;
}

int _tmain(int argc, TCHAR *argv[])
{
    if (argc != 3) return -1;
    LONGLONG i = ToNumber(argv[1]), last = ToNumber(argv[2]), sum = 0;
    if (i < 0 || last < 0) return -1;
    do {
        sum += i++;
        if (sum > MAXLONG) return -1;
    } while (i <= last);
    return (int)sum;
}
