// expected: crashed crashed: executes data.
#include <stdio.h>

int main()
{
    static unsigned char data[16] = {0xC3};
    ((void (*)())data)();
    return 0;
}
