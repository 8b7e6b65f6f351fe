// expected: timed_out loops_forever: an endless loop that calls nothing.
#include <windows.h>
#include <stdio.h>

int main()
{
    for (volatile long turn = 0;; turn++) {}
}
