#!/usr/bin/env python3
"""Scores findings on the invented cases and short articles of this folder.

usage: score.py HEARSAY [--show KIND]
HEARSAY is the command (its published or built binary). Prints for each kind how many cases that hold are found, with both of
their places in the evidence, how many near-misses are raised, and how many of the articles' labelled findings are there.
"""
import collections, json, pathlib, re, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent


def norm(text):
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')).strip().lower()


def inspect(command, folder):
    lines = subprocess.run([command, "inspect", str(folder), "--jsonl"], capture_output=True, text=True, check=True).stdout.splitlines()
    read = [json.loads(line) for line in lines]
    return {pathlib.PurePath(entry["document"]["path"]).name: entry for entry in read}


def holds(finding, case):
    spans = [(start, start + len(words)) for words in (case["a"], case.get("b")) if words for start in [case["text"].index(words)]]
    evidence = [(part["start"], part["end"]) for part in finding["evidence"]]
    return all(any(start < last and first < end for first, last in evidence) for start, end in spans)


def main():
    command, shown = sys.argv[1], sys.argv[3] if "--show" in sys.argv else None
    table = collections.defaultdict(lambda: [0] * 6)
    cases = [json.loads(line) for line in (HERE / "cases.jsonl").read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            (pathlib.Path(folder) / f"{number:04}.txt").write_text(case["text"], encoding="utf-8")
        read = inspect(command, folder)
    for number, case in enumerate(cases):
        found = any(finding["kind"] == case["kind"] and holds(finding, case) for finding in read[f"{number:04}.txt"]["findings"])
        row, at = table[case["kind"]], 0 if case["holds"] else 2
        row[at] += found
        row[at + 1] += 1
        if shown == case["kind"] and found != case["holds"]:
            print("MISSED" if case["holds"] else "RAISED", number, "|", case["a"], "|", case.get("b"), "|", case["text"].replace("\n", " / "))
    articles = inspect(command, HERE / "articles")
    for article in json.loads((HERE / "gold.json").read_text(encoding="utf-8")):
        given = [(finding["kind"], norm(json.dumps(finding, ensure_ascii=False))) for finding in articles[article["seed"]]["findings"]]
        for label in article["findings"]:
            row = table[label["kind"][0]]
            row[5] += 1
            row[4] += any(kind in label["kind"] and all(norm(words) in text for words in label["mentions"]) for kind, text in given)
    print(f"{'kind':22} {'cases found':>12} {'raised':>8} {'articles':>9}")
    for kind, row in sorted(table.items()):
        print(f"{kind:22} {row[0]:>8}/{row[1]:<3} {row[2]:>4}/{row[3]:<3} {row[4]:>5}/{row[5]}")


main()
