// expected: not_built not_built_log: an assembler loop that produces gigabytes.
asm(".rept 0x7fffffff\n.quad 0\n.endr");

int main()
{
    return 0;
}
