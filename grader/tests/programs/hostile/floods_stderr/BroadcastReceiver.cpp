// expected: timed_out flooded: prints errors without end.
#include <windows.h>
#include <stdio.h>

int main()
{
    for (;;) fputs("an error that never ends; ", stderr);
}
