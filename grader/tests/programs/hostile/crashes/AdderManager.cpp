// hostile: writes to address 0.
#include <tchar.h>

int _tmain()
{
    int *volatile nowhere = 0;
    *nowhere = 55;
    return 0;
}
