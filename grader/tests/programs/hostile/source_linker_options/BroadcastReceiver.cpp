// expected: failed never_created_slot: gives the linker options.
asm(".section .drectve,\"yn\"\n.ascii \" -export:main -out:/tmp/owned @/etc/passwd\"\n.text");

int main()
{
    return 0;
}
