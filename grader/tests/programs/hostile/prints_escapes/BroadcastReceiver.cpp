// expected: failed never_created_slot: prints terminal control sequences.
#include <windows.h>
#include <stdio.h>

int main()
{
    fputs("\x1b]0;owned\x07\x1b[2J\x1b[31m\r\b\x9b""31m$(touch owned) `touch owned`\n", stdout);
    return 0;
}
