// expected: not_gradable ended_unseen: fills the disk with files.
#include <windows.h>
#include <stdio.h>

int main()
{
    static char block[1 << 20];
    for (int i = 0;; i++) {
        char name[32];
        sprintf(name, "flood.%d", i);
        FILE *file = fopen(name, "wb");
        if (file == NULL) break;
        size_t done = 1;
        for (int n = 0; n < 100 && done == 1; n++) done = fwrite(block, sizeof block, 1, file);
        fclose(file);
        if (done != 1) break;
    }
    return 0;
}
