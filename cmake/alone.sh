# sh alone.sh COMPILER ARGUMENT...: checks that a source compiles (cmake/rooms.cmake). Its object, the argument after -o, is left empty.
"$@" -fsyntax-only || exit
while [ "$1" != -o ]; do shift; done
: >"$2"
