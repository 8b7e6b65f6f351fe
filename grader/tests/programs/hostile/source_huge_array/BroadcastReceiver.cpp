// expected: not_built not_built_log: a program that is gigabytes large.
static char room[0x70000000] = {1};

int main()
{
    return room[1];
}
