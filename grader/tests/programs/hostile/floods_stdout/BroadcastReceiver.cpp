// expected: timed_out flooded: prints without end.
#include <windows.h>
#include <stdio.h>

int main()
{
    for (;;) puts("the same line, again and again");
}
