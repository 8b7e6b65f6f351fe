// expected: failed never_created_slot: passes options to the linker.
asm(".section .drectve,\"yn\"\n.ascii \" -export:main -out:/tmp/owned @/etc/passwd\"\n.text");

int main()
{
    return 0;
}
