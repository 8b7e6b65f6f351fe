// expected: not_built not_built_log: makes the compiler create types endlessly.
template <class... Types> struct Bomb { typedef typename Bomb<Types..., Types...>::type type; };

int main()
{
    return sizeof(Bomb<int>::type) == 0;
}
