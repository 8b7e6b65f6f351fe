// expected: not_built not_built_log: puts terminal control sequences into the compiler's messages.
#line 1 "\033]0;owned\007\033[2J.cpp"
#error \033[31m `touch owned` $(touch owned)
#pragma message("\033]0;owned\007")

int main()
{
    return 0;
}
