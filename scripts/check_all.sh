#!/usr/bin/env bash
# Every check of the project, one after the other, with a summary at the end. A failing check does
# not hide the ones after it; the exit status is 0 only when all of them passed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

bin=.venv/bin
names=()
results=()
failed=0

check() {
    local name=$1 begun=$SECONDS result=passed
    shift
    printf '\n== %s\n' "$name"
    "$@" </dev/null || {
        result=FAILED
        failed=$((failed + 1))
    }
    names+=("$name")
    results+=("$result in $((SECONDS - begun)) s")
}

check "style" "$bin/ruff" check --quiet .
check "format" "$bin/ruff" format --check --quiet .
check "types" "$bin/mypy"
check "layers" "$bin/lint-imports" --no-logo
check "tests" "$bin/pytest" -n 2 --dist loadscope "$@"
# Once more on encrypted files: one code path, but only a test says so.
check "encrypted" "$bin/pytest" -n 2 --dist loadscope --encrypted -m "not slow" tests/services

printf '\n== summary\n'
for index in "${!names[@]}"; do
    printf '%-8s %s\n' "${names[$index]}" "${results[$index]}"
done
if [ "$failed" -gt 0 ]; then
    printf '%d of %d checks failed.\n' "$failed" "${#names[@]}"
    exit 1
fi
printf 'All %d checks passed.\n' "${#names[@]}"
