// expected: not_built not_built_log: computes endlessly while it is compiled.
constexpr long turn(long n)
{
    long sum = 0;
    for (long i = 0; i < n; i++)
        for (long j = 0; j < 200000; j++) sum += j;
    return sum;
}
constexpr long result = turn(1000000000);

int main()
{
    return (int)result;
}
