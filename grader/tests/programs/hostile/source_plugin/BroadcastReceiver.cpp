// expected: not_built not_built_log: passes options to the compiler.
#pragma GCC push_options
#pragma GCC optimize("-fplugin=/tmp/owned.so")
#pragma GCC pch_preprocess "/etc/passwd"

int main()
{
    return 0;
}
