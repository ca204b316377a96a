#!/bin/sh
# Puts MentorDesk, which lies beside this script, where the desktop finds it: for you alone, without
# root. `install.sh PREFIX` chooses another place than ~/.local; `install.sh --remove [PREFIX]` takes
# it away again. Your own files are never touched.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
remove=false
if [ "${1:-}" = "--remove" ]; then
    remove=true
    shift
fi
prefix=${1:-$HOME/.local}
place=$prefix/lib/mentordesk

(cd "$here/share" && find . -type f) | while read -r file; do
    rm -f "$prefix/share/$file"
done
rm -rf "$place"
rm -f "$prefix/bin/mentordesk"
if [ "$remove" = true ]; then
    echo "MentorDesk is removed from $prefix. Your files are where they were."
    exit 0
fi

mkdir -p "$prefix/bin" "$prefix/lib" "$prefix/share"
cp -R "$here" "$place"
cp -R "$here/share/." "$prefix/share/"
ln -s "$place/mentordesk" "$prefix/bin/mentordesk"
desktop=$prefix/share/applications/org.mentordesk.MentorDesk.desktop
# The whole path, so that it starts even where ~/.local/bin is not searched.
sed "s|^Exec=mentordesk|Exec=\"$prefix/bin/mentordesk\"|" "$desktop" >"$desktop.new"
mv "$desktop.new" "$desktop"
for tool in "update-mime-database $prefix/share/mime" "update-desktop-database $prefix/share/applications"; do
    command -v "${tool%% *}" >/dev/null && $tool >/dev/null 2>&1 || true
done
echo "MentorDesk is in $place; type $prefix/bin/mentordesk or look in your menu."
