// expected: crashed crashed: divides by zero.
#include <windows.h>

int main()
{
    volatile int one = 1, zero = 0;
    return one / zero;
}
