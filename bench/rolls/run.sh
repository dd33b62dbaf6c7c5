#!/usr/bin/env bash
# A list of 10,000 rows against a register of a million, from the CSV files to the audit: Hearsay beside DuckDB, in turns.
#   bench/rolls/run.sh [HEARSAY] [REGISTER]
# HEARSAY is the published command (by default it is published into a temporary folder first), REGISTER the number of records. Needs node and npm.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
hearsay=${1:-}
if [ -z "$hearsay" ]; then
  dotnet publish "$root/src/Hearsay.Cli" -c Release -o "$work/out" -v quiet --nologo >&2
  hearsay=$work/out/hearsay
fi
dotnet run --project "$here" -c Release -- "${2:-1000000}" 7000 3000 "$work/data"
(cd "$here" && npm install --silent --no-fund --no-audit >/dev/null)
for turn in 1 2; do
  node "$here/duckdb.mjs" "$work/data"
  for list in list list-full list-undated; do
    /usr/bin/time -f "Hearsay  %e s by the clock, %U s of processor time, %M KB ($list)" "$hearsay" rolls check "$work/data/$list.csv" --against "held=$work/data/register.csv" --out "$work/audit.csv" 2>&1 | grep Hearsay
    paste -d, "$work/data/truth.csv" <(cut -d, -f3,5 "$work/audit.csv") | awk -F, 'NR > 1 { known += $1 > 0; said += $2 == "match"; right += $2 == "match" && $3 == $1 }
      END { printf "         recall %.4f  precision %.4f  F1 %.4f\n", right / known, right / said, 2 * right / (known + said) }'
  done
done
