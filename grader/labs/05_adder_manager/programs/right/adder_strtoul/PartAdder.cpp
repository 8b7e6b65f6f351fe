// also-right: main, strtoull with every result checked, ExitProcess
#include <windows.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static DWORD number(const char *text)
{
    char *end;
    errno = 0;
    unsigned long long value = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno == ERANGE || value > 0xFFFFFFFF) {
        fprintf(stderr, "%s is no number\n", text);
        ExitProcess((UINT)-1);
    }
    return (DWORD)value;
}

int main(int argc, char *argv[])
{
    if (argc != 3) {
        fprintf(stderr, "usage: PartAdder FIRST LAST\n");
        ExitProcess((UINT)-1);
    }
    DWORD first = number(argv[1]), last = number(argv[2]), sum = 0, n;
    for (n = first; n <= last; n++) {
        if (n > 0x7FFFFFFF || sum + n > 0x7FFFFFFF) {
            fprintf(stderr, "the sum is too large\n");
            ExitProcess((UINT)-1);
        }
        sum += n;
    }
    ExitProcess(sum);
}
