// expected: not_gradable ended_unseen: makes the kernel stop the Wine server.
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
    for (long process = 2; process < 64; process++) call(62, process, 19, 0);
    Sleep(INFINITE);
    return 0;
}
