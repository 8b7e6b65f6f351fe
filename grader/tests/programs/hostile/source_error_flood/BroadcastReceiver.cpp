// expected: not_built not_built_log: causes tens of thousands of errors.
#define E1(x) int x##a = "no"; int x##b = "no"; int x##c = "no"; int x##d = "no";
#define E2(x) E1(x##a) E1(x##b) E1(x##c) E1(x##d)
#define E3(x) E2(x##a) E2(x##b) E2(x##c) E2(x##d)
#define E4(x) E3(x##a) E3(x##b) E3(x##c) E3(x##d)
#define E5(x) E4(x##a) E4(x##b) E4(x##c) E4(x##d)
#define E6(x) E5(x##a) E5(x##b) E5(x##c) E5(x##d)
#define E7(x) E6(x##a) E6(x##b) E6(x##c) E6(x##d)
E7(z)

int main()
{
    return 0;
}
