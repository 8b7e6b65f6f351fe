// expected: not_built not_built_log: includes itself without end.
#include __FILE__
#include __FILE__

int main()
{
    return 0;
}
