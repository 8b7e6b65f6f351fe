// expected: not_gradable ended_unseen: makes the kernel kill everything around it, the Wine server first.
#include <windows.h>
#include <stdio.h>

static long call(long number, long a, long b, long c)
{
    long result;
    asm volatile("syscall" : "=a"(result) : "a"((long long)number), "D"((long long)a), "S"((long long)b), "d"((long long)c) : "rcx", "r11", "memory");
    return result;
}

int main()
{
    call(62, -1, 9, 0);
    return 0;
}
