#!/usr/bin/env bash
# Pages per second and body F1 of Hearsay and of Readability.js with jsdom on the same pages, both warm, one core, in one run. Seconds are processor
# seconds, so that what else the machine does counts for neither.
# Needs node, npm, python3 and ../shared beside the checkout. usage: bench/pages/run.sh
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
data=$root/../shared/data/articles
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/pages"
for page in "$data"/html/*.html.gz; do gunzip -c "$page" > "$work/pages/$(basename "$page" .gz)"; done
(cd "$here" && npm install --silent --no-fund --no-audit > /dev/null)
dotnet build "$here/Hearsay.Bench.Pages.csproj" -c Release -v quiet --nologo > /dev/null
dotnet build "$root/src/Hearsay.Cli" -c Release -v quiet --nologo > /dev/null

one_core() { if command -v taskset > /dev/null; then taskset -c 0 "$@"; else "$@"; fi; }
score() { python3 "$root/../shared/tools/score_articles.py" "$data/ground-truth.json" "$1"; }

# In turns, twice, so that a machine that is busy with other things is so for both.
for turn in 1 2; do
  theirs=$(cd "$here" && one_core node readability.mjs "$work/pages" "$work/readability.jsonl")
  ours=$(one_core dotnet "$here/bin/Release/net10.0/Hearsay.Bench.Pages.dll" "$root/packs/captivity" "$work/pages")
  awk -v a="$ours" -v b="$theirs" 'BEGIN { printf "Hearsay %.1f pages/s, Readability.js %.1f pages/s, ratio %.1f\n", a, b, a / b }'
done

dotnet "$root/src/Hearsay.Cli/bin/Release/net10.0/hearsay.dll" inspect "$work/pages" --jsonl --only blocks > "$work/hearsay.jsonl"
echo "Hearsay         $(score "$work/hearsay.jsonl")  (its model was trained on these pages; see docs/measurements.md)"
echo "Readability.js  $(score "$work/readability.jsonl")"
