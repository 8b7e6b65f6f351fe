// known-wrong: a sum that does not fit wraps around silently | caught by: PartAdder.RefusesWrongArguments
#include <windows.h>
#include <tchar.h>
#include <stdlib.h>

static int read(LPCTSTR text, DWORD *value)
{
    if (text[0] == 0)
        return 0;
    for (*value = 0; *text; ++text) {
        if (*text < _T('0') || *text > _T('9'))
            return 0;
        *value = *value * 10 + (*text - _T('0'));
    }
    return 1;
}

int _tmain(int argc, LPTSTR *argv)
{
    DWORD start, end, total = 0;
    if (argc != 3 || !read(argv[1], &start) || !read(argv[2], &end))
        return -1;
    if (end >= start && end - start > 0xFFFFFF)  // nobody waits that long
        return -1;
    for (DWORD i = start; i <= end; i++)
        total += i;
    return total;
}
