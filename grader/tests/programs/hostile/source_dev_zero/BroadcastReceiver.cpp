// expected: not_built not_built_log: includes an endless file.
#include "/dev/zero"

int main()
{
    return 0;
}
