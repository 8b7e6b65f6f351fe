// expected: not_built not_built_log: includes a file without end.
#include "/dev/zero"

int main()
{
    return 0;
}
