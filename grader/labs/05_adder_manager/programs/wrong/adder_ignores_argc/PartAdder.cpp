// known-wrong: assumes that there are two arguments | caught by: PartAdder.RefusesWrongArguments
#include <windows.h>
#include <tchar.h>

DWORD number(const TCHAR *text)
{
    ULONGLONG n = 0;
    if (!*text)
        ExitProcess((UINT)-1);
    while (*text) {
        if (*text < '0' || *text > '9')
            ExitProcess((UINT)-1);
        n = n * 10 + (*text++ - '0');
        if (n > 0xFFFFFFFF)
            ExitProcess((UINT)-1);
    }
    return (DWORD)n;
}

int _tmain(int argc, TCHAR *argv[])
{
    (void)argc;
    DWORD from = number(argv[1]);
    DWORD to = number(argv[2]);
    ULONGLONG sum = 0;
    for (ULONGLONG i = from; i <= to && sum <= 0x7FFFFFFF; i++)
        sum += i;
    return sum > 0x7FFFFFFF ? -1 : (int)sum;
}
