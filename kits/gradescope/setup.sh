#!/usr/bin/env bash
# Gradescope runs this script once, as root and with network access, when it builds the image. The script installs what the grader needs,
# prepares what would otherwise take time for each submission, and grades the stubs as a test.
set -eu
umask 022
here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
home=/opt/win-ipc-lab

fail() {
  printf 'win-ipc-lab: %s\n' "$*" >&2
  exit 1
}

apt-get update
DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  g++-mingw-w64-x86-64-posix wine64 bubblewrap util-linux passwd

for wine in /usr/lib/wine/wine64 "$(type -P wine64)" "$(type -P wine)"; do [ ! -x "$wine" ] || break; done
version=$("$wine" --version)
major=${version#wine-}
[ "${major%%.*}" -ge 8 ] ||
  fail "this image has $version, but the grader was tested with Wine 8 and later. Choose an image with a newer Wine, such as Debian 12."

rm -rf -- "$home"
cp -r -- "$here/kit" "$home"
cp -- "$here/settings.sh" "$home/"
chmod -R u=rwX,go=rX -- "$home"
chmod 755 -- "$home/bin/grader" "$home/grader/compile/wine" "$here/run_autograder"
"$home/bin/grader" --version >/dev/null ||
  fail "this system is older than the one on which the autograder was packed. Choose a newer image, or pack it on an older system."

# If no sandbox can be created, submissions run with the rights of this user. The grader and its results belong to root.
id lab-player >/dev/null 2>&1 ||
  useradd --system --user-group --no-create-home --home-dir "$home/player" --shell /usr/sbin/nologin lab-player
install -d -o lab-player -g lab-player -- "$home/player"
env -i PATH="$PATH" HOME="$home/player" LAB_WINEPREFIX="$home/player/wine" \
  setpriv --reuid=lab-player --regid=lab-player --clear-groups --no-new-privs -- "$home/grader/compile/wine" --prepare
env -i PATH="$PATH" HOME=/root "$home/grader/compile/wine" --template >/dev/null

labs=()
# shellcheck source=/dev/null
. "$home/settings.sh"
trial=$(mktemp -d)
mkdir -- "$trial/submission" "$trial/results"
for lab in "${labs[@]}"; do cp -- "$home"/labs/"$lab"_*/*.c* "$trial/submission/"; done
LAB_AUTOGRADER=$trial "$here/run_autograder" >"$trial/log" 2>&1 || true
last=$(tail -n 1 -- "$trial/log")
case $last in
  *' status 0, '* | *' status 1, '*) ;;
  *)
    cat -- "$trial/log" >&2
    fail "the stubs could not be graded. See the lines above."
    ;;
esac
rm -rf -- "$trial"
printf '%s\n' "win-ipc-lab: ready, with $version. The stubs were graded as a trial: ${last#*: }"
