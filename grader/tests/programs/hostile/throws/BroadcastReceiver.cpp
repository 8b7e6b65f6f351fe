// expected: crashed uncaught_exception: throws an exception that is not caught.
#include <stdio.h>

int main()
{
    throw 1;
}
