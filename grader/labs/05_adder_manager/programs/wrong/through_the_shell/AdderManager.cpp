// known-wrong: lets the shell start the workers, one after the other | caught by: AdderManager.StartsBothWorkers
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    int a = system("PartAdder 1 5");
    int b = system("PartAdder 6 10");
    if (a < 0 || b < 0) {
        printf("Unable to start\n");
        return -1;
    }
    printf("return_val1: %d\n", a);
    printf("return_val2: %d\n", b);
    printf("total: %d\n", a + b);
    return 0;
}
