// expected: not_built not_built_log: embeds a file from the machine in the program.
asm(".section .rdata\n.globl secret\nsecret: .incbin \"/etc/passwd\"\n.byte 0\n.text");
extern "C" const char secret[];

int main()
{
    return secret[0];
}
