// hostile: ends with 259, the number that stands for a process that has not ended.
#include <windows.h>
#include <tchar.h>

int _tmain()
{
    return STILL_ACTIVE;
}
