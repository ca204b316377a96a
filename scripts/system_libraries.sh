#!/bin/sh
# Qt's own system libraries, on Debian and its relatives. As root they are installed; as anyone
# else the one line to type is printed. A second run finds nothing to do. Never fails: without a
# screen, or on another system, the rest of the set-up is still worth having.
set -u

libraries=$(sed "/^#/d" "$(dirname "$0")/../resources/debian_libraries.txt")
font=fonts-inter # optional: the pictures in the README are drawn with it

command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 || exit 0

# Newer releases carry some libraries under a name that ends in t64.
installed() {
    for name in "$1" "$1t64"; do
        case "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" in
            installed) return 0 ;;
        esac
    done
    return 1
}

missing=
for library in $libraries; do
    installed "$library" || missing="$missing $library"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Qt needs a few system libraries that are not here. Please type once:"
    echo "    sudo apt-get install$missing"
    exit 0
fi

install_quietly() {
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" </dev/null
}

echo "Installing the system libraries that Qt needs:$missing"
log=$(mktemp) || exit 0
# $missing is a list of words on purpose.
# shellcheck disable=SC2086
if apt-get update -q </dev/null >"$log" 2>&1 && install_quietly $missing >>"$log" 2>&1; then
    installed "$font" || install_quietly "$font" >>"$log" 2>&1 ||
        echo "The font Inter is not available here; the program uses the system's own."
else
    tail -n 5 "$log"
    echo "They could not be installed. Once the machine can reach its package source, type:"
    echo "    apt-get update && apt-get install$missing"
fi
rm -f "$log"
exit 0
