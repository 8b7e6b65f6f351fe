// expected: timed_out flooded: prints endlessly.
#include <windows.h>
#include <stdio.h>

int main()
{
    for (;;) puts("the same line, again and again");
}
