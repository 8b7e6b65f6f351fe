// expected: not_built not_built_log: makes the assembler read a file on the machine.
asm(".include \"/etc/passwd\"");

int main()
{
    return 0;
}
