#!/usr/bin/env bash
# Tokens per second, plain text to statements, of Hearsay on one thread and on two, beside wink-nlp's tokens, sentences, tags and entities, in one run.
# Each is a whole process over all texts of a folder less the same process over one of them, so that starting and loading do not count.
#   bench/language/run.sh [FOLDER] [HEARSAY]
# FOLDER holds .txt files (by default PolNeAR's training part, beside the checkout); HEARSAY is the published command (by default it is published into
# a temporary folder first). Needs node and npm.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
folder=$(cd "${1:-$root/../shared/data/polnear/text/train}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
hearsay=${2:-}
if [ -z "$hearsay" ]; then
  dotnet publish "$root/src/Hearsay.Cli" -c Release -o "$work/out" -v quiet --nologo >&2
  hearsay=$work/out/hearsay
fi
(cd "$here" && npm install --silent --no-fund --no-audit >/dev/null)
mkdir "$work/one"
cp "$(find "$folder" -name '*.txt' | sort | head -1)" "$work/one/"

seconds() { local TIMEFORMAT='%R %U %S'; { time "$@" >/dev/null 2>/dev/null; } 2>&1; } # -> "elapsed user system"
hearsay_over() { seconds "$hearsay" inspect "$2" --jsonl --only statements --threads "$1"; }
wink_over() { seconds node "$here/wink.mjs" "$1"; }

tokens=$("$hearsay" inspect "$folder" --jsonl --only tokens | grep -o '"lemma":' | wc -l)
wink_tokens=$(node "$here/wink.mjs" "$folder")
echo "$tokens tokens by Hearsay's count, $wink_tokens by wink-nlp's"

rate() { awk -v all="$2" -v one="$3" -v n="$4" -v what="$1" '
  { split(all, a); split(one, o); clock = a[1] - o[1]; cpu = a[2] + a[3] - o[2] - o[3]
    printf "%-24s %9.0f tokens/s by the clock, %9.0f by processor time (starting and one text: %.2f s)\n", what, n / clock, n / cpu, o[1] }' <<<x; }

# In turns, twice, so that a machine that is busy with other things is so for all.
for turn in 1 2; do
  rate "wink-nlp"             "$(wink_over "$folder")"      "$(wink_over "$work/one")"      "$wink_tokens"
  rate "Hearsay, one thread"  "$(hearsay_over 1 "$folder")" "$(hearsay_over 1 "$work/one")" "$tokens"
  rate "Hearsay, two threads" "$(hearsay_over 2 "$folder")" "$(hearsay_over 2 "$work/one")" "$tokens"
done
