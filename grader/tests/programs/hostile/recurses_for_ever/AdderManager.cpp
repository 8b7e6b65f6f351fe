// hostile: calls itself until the stack overflows.
#include <tchar.h>

int Deeper(volatile int *above)
{
    volatile int here[256];
    here[0] = above[0] + 1;
    return Deeper(here) + here[0];
}

int _tmain()
{
    volatile int top[1] = { 0 };
    return Deeper(top);
}
