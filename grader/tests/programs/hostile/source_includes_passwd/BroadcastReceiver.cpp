// expected: not_built not_built_log: includes a file from the machine.
#include "/etc/passwd"

int main()
{
    return 0;
}
