// known-wrong: assumes that an exit code has eight bits | caught by: PartAdder.AddsItsRange
#include <stdlib.h>
#include <string.h>

int main(int argc, char *argv[])
{
    unsigned long long first, last, sum = 0;
    char *rest1, *rest2;
    if (argc != 3 || strpbrk(argv[1], "+- ") || strpbrk(argv[2], "+- "))
        return -1;
    first = strtoull(argv[1], &rest1, 10);
    last = strtoull(argv[2], &rest2, 10);
    if (rest1 == argv[1] || *rest1 || rest2 == argv[2] || *rest2)
        return -1;
    for (; first <= last; first++) {
        sum += first;
        if (sum > 0x7FFFFFFF)
            return -1;
    }
    return (unsigned char)sum;
}
