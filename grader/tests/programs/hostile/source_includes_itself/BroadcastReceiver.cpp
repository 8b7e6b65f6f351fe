// expected: not_built not_built_log: includes itself endlessly.
#include __FILE__
#include __FILE__

int main()
{
    return 0;
}
