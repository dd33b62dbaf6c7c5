# python3 tables.py TABLE.csv LINES.jsonl [CSV_COLUMN JSON_FIELD]...: reads a table with Python's csv module in strict mode (RFC 4180), and fails where a row has not a cell for each column,
# where there are more or fewer rows than objects in the JSON Lines of the same thing, or where a column's cells are not that field's values.
import csv
import json
import sys

table, lines, *columns = sys.argv[1:]
with open(table, encoding="utf-8", newline="") as file:
    text = file.read()
if text.startswith("\ufeff") or not text.endswith("\n") or "\r" in text:
    sys.exit("a byte-order mark, no line end at the end, or carriage returns")
header, *rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
if len(set(header)) != len(header) or not all(header):
    sys.exit(f"columns without names of their own: {header}")
for number, row in enumerate(rows, 2):
    if len(row) != len(header):
        sys.exit(f"row {number} has {len(row)} cells and not {len(header)}")
    for cell in row:
        if cell[:1] in ("=", "+", "-", "@", "\t") and not cell.lstrip("-").replace(".", "", 1).isdigit():
            sys.exit(f"row {number} has a cell that a spreadsheet reckons: {cell[:60]!r}")
with open(lines, encoding="utf-8") as file:
    objects = [json.loads(line) for line in file]
if len(objects) != len(rows):
    sys.exit(f"{len(rows)} rows and {len(objects)} objects")
for column, field in zip(columns[::2], columns[1::2]):
    cells = [row[header.index(column)] for row in rows]
    values = ["" if one[field] is None else str(one[field]) for one in objects]
    if cells != values:
        sys.exit(f"{column}: {next((pair for pair in zip(cells, values) if pair[0] != pair[1]))}")
print(f"{len(rows)} rows of {len(header)} cells")
