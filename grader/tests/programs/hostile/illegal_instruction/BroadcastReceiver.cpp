// expected: crashed array_overrun: executes an instruction that there is not.
#include <windows.h>

int main()
{
    asm volatile("ud2");
    return 0;
}
