// expected: not_built not_built_log: has the compiler make types without end.
template <class... Types> struct Bomb { typedef typename Bomb<Types..., Types...>::type type; };

int main()
{
    return sizeof(Bomb<int>::type) == 0;
}
