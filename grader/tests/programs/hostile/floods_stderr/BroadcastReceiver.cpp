// expected: timed_out flooded: prints errors endlessly.
#include <windows.h>
#include <stdio.h>

int main()
{
    for (;;) fputs("an error that never ends; ", stderr);
}
