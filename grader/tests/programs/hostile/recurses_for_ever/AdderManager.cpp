// hostile: calls itself until the stack overflows.
#include <tchar.h>

// Wine 10 ends a program silently if little room is left below the frame that reached the end of the stack, so the frames are small.
int Deeper(volatile int *above)
{
    volatile int here[16];
    here[0] = above[0] + 1;
    return Deeper(here) + here[0];
}

int _tmain()
{
    volatile int top[1] = { 0 };
    return Deeper(top);
}
