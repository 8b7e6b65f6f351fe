// expected: timed_out loops_forever: sleeps, and sleeps again.
#include <windows.h>

int main()
{
    for (;;) Sleep(1);
}
