// expected: not_gradable ended_unseen: calls the kernel directly.
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
    printf("%ld\n", call(39, 0, 0, 0));
    return 0;
}
