#!/usr/bin/env bash
# Documents per second of "hearsay read" into a fresh ledger, and how the time grows with four times the documents.
#   bench/read.sh FOLDER [HEARSAY]
# FOLDER holds .txt files; HEARSAY is the built command (by default it is published into a temporary folder first).
# The four copies differ in their first lines, so that no two originals are the same.
set -euo pipefail
folder=${1:?usage: bench/read.sh FOLDER [HEARSAY]}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
hearsay=${2:-}
if [ -z "$hearsay" ]; then
  dotnet publish "$(dirname "$0")/../src/Hearsay.Cli" -c Release -o "$work/out" -v q >&2
  hearsay=$work/out/hearsay
fi

for copy in 1 2 3 4; do
  mkdir -p "$work/four/$copy"
  for file in "$folder"/*.txt; do
    { printf 'Copy %s\n' "$copy"; cat "$file"; } >"$work/four/$copy/$(basename "$file")"
  done
done
cp -r "$work/four/1" "$work/once"

read_into() { # FOLDER -> "seconds processor-seconds kilobytes documents"
  local ledger=$work/$RANDOM.db
  env TIMEFORMAT='%R %U %S' bash -c 'time "$0" read "$1" --ledger "$2" 2>"$2.said" &
    pid=$!; peak=0
    while kill -0 $pid 2>/dev/null; do
      for child in $(pgrep -P $pid 2>/dev/null) $pid; do
        now=$(awk "/VmHWM/ { print \$2 }" /proc/$child/status 2>/dev/null || true)
        [ "${now:-0}" -gt "$peak" ] && peak=$now
      done; sleep 0.05
    done; wait $pid; echo "$peak" >"$2.peak"' "$hearsay" "$1" "$ledger" 2>"$ledger.time"
  awk -v peak="$(cat "$ledger.peak")" -v documents="$(find "$1" -name '*.txt' | wc -l)" '{ print $1, $2 + $3, peak, documents }' "$ledger.time"
}

report() { awk -v what="$1" '{ printf "%s: %d documents, %.1f s (%.0f a second), %.1f s of processor (%.0f a second), %.0f MB at most\n", what, $4, $1, $4 / $1, $2, $4 / $2, $3 / 1024 }' <<<"$2"; }

read_into "$work/once" >/dev/null # so that files and program are in memory
once=$(read_into "$work/once")
four=$(read_into "$work/four")
report "once" "$once"
report "four copies" "$four"
awk -v a="$once" -v b="$four" 'BEGIN {
  split(a, x); split(b, y); n = x[4];
  printf "growth for four times the documents: %.2f of time, %.2f of processor; n log n allows %.2f\n", y[1] / x[1], y[2] / x[2], 4 * log(4 * n) / log(n) }'
