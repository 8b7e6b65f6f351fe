// expected: not_built not_built_log: takes a file of the machine into the program.
asm(".section .rdata\n.globl secret\nsecret: .incbin \"/etc/passwd\"\n.byte 0\n.text");
extern "C" const char secret[];

int main()
{
    return secret[0];
}
