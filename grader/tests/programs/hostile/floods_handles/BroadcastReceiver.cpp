// expected: not_gradable interrupted or timed_out loops_forever: makes events until there are no more handles.
#include <windows.h>

int main()
{
    while (CreateEventW(NULL, TRUE, FALSE, NULL) != NULL) {}
    return 1;
}
