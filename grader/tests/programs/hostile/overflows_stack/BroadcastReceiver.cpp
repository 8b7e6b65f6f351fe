// expected: crashed crashed: calls itself until the stack overflows.
#include <stdio.h>

static int deeper(volatile int depth)
{
    volatile char room[4096];
    room[0] = (char)depth;
    return deeper(depth + 1) + room[0];
}

int main()
{
    return deeper(1);
}
