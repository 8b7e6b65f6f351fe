// expected: not_built not_built_log: an assembler loop of gigabytes.
asm(".rept 0x7fffffff\n.quad 0\n.endr");

int main()
{
    return 0;
}
