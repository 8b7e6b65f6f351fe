// expected: not_built not_built_log: gives the compiler options.
#pragma GCC push_options
#pragma GCC optimize("-fplugin=/tmp/owned.so")
#pragma GCC pch_preprocess "/etc/passwd"

int main()
{
    return 0;
}
