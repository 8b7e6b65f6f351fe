// hostile: exits with 259, the value of STILL_ACTIVE.
#include <windows.h>
#include <tchar.h>

int _tmain()
{
    return STILL_ACTIVE;
}
