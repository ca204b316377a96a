#!/bin/sh
# Draw the pictures of the README and the guide from a sample of a fixed day.
set -eu
program=${1:-.venv/bin/mentordesk}
day=2026-11-23
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
desk=$folder/my-desk.mentordesk
"$program" sample "$desk" --today $day
for theme in light dark; do
    "$program" shots "$desk" -o "$folder/$theme" --theme "$theme" --today $day --size 1280x800
done
mkdir -p docs/pictures

# A window has few colours: a palette keeps every letter as it is, in a third of the bytes.
keep() {
    "$(dirname "$program")/python" -c '
import sys
from PIL import Image

Image.open(sys.argv[1]).convert("RGB").quantize(256, dither=0).save(sys.argv[2], optimize=True)
' "$folder/$1.png" "docs/pictures/$2.png"
}

keep light/today today-light
keep light/plan plan-light
keep light/mentor-overview relationship-light
keep light/timeline timeline-light
keep light/progress progress-light
keep light/meeting meeting-light
keep light/board board-light
keep dark/today today-dark
