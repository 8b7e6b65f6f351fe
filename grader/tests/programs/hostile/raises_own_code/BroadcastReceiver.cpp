// expected: crashed crashed: raises its own exception, which is not caught.
#include <windows.h>

int main()
{
    RaiseException(0xE0001234, 0, 0, NULL);
    return 0;
}
