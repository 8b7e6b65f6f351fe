// expected: not_built not_built_log: has the assembler read a file of the machine.
asm(".include \"/etc/passwd\"");

int main()
{
    return 0;
}
