#!/bin/sh
# Draw the pictures of the README from a sample of a fixed day.
set -eu
program=${1:-.venv/bin/mentordesk}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" sample "$folder/my-desk.mentordesk" --today 2026-11-23
for theme in light dark; do
    "$program" shots "$folder/my-desk.mentordesk" -o "$folder/$theme" --theme "$theme" --today 2026-11-23
done
mkdir -p docs/pictures
cp "$folder/light/today.png" docs/pictures/today-light.png
cp "$folder/light/plan.png" docs/pictures/plan-light.png
cp "$folder/light/mentor-overview.png" docs/pictures/relationship-light.png
cp "$folder/light/progress.png" docs/pictures/progress-light.png
cp "$folder/dark/today.png" docs/pictures/today-dark.png
