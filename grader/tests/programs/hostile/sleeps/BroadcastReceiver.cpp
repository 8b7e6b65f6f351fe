// expected: timed_out loops_forever: sleeps again and again.
#include <windows.h>

int main()
{
    for (;;) Sleep(1);
}
