// expected: crashed array_overrun: executes an invalid instruction.
#include <windows.h>

int main()
{
    asm volatile("ud2");
    return 0;
}
