// hostile: an endless loop that calls nothing.
#include <tchar.h>

int _tmain()
{
    for (volatile int i = 0;; i = i + 1)
        ;
}
