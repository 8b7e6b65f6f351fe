// expected: crashed crashed: ends with a fast fail.
#include <windows.h>

int main()
{
    asm volatile("int $0x29" : : "c"(7));
    return 0;
}
