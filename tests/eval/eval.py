"""eval.py PROGRAM DATA BEST.tsv [UPDATE] - runs the scorers of DATA on PROGRAM and compares their figures with the best reached.

BEST.tsv has a line a figure: scorer arguments, row, column, best value, "up" or "down" (which way is better). A figure worse than its best
fails; one better is told, and written with UPDATE. Figures are percentages or counts as the scorer prints them.
"""
import json, subprocess, sys

program, data, best_path, update = sys.argv[1:5] if len(sys.argv) > 4 else sys.argv[1:4] + [""]


def run(arguments):
    """Rows of a scorer by their first column."""
    out = subprocess.run([sys.executable] + arguments.split() + ["--gainsay", program, "--json"], cwd=data, stdout=subprocess.PIPE, check=True).stdout
    rows = {}
    for table in json.loads(out)["tables"]:
        for row in table["rows"]:
            rows.setdefault(next(iter(row.values())), row)
    return rows


def number(cell):
    """"3/117" counts as 3; nothing counts as 0."""
    return float(str(cell).split("/")[0]) if cell is not None else 0.0


lines, results, fallen, risen = [], {}, 0, 0
for line in open(best_path, encoding="utf-8"):
    if line.startswith("#") or not line.strip():
        lines.append(line)
        continue
    arguments, row, column, best, way = line.rstrip("\n").split("\t")
    if arguments not in results:
        results[arguments] = run(arguments)
    got = number(results[arguments].get(row, {}).get(column))
    better = got > float(best) if way == "up" else got < float(best)
    worse = got < float(best) if way == "up" else got > float(best)
    fallen, risen = fallen + worse, risen + better
    print(f"{'FELL' if worse else 'rose' if better else '    '}  {got:8.1f}  best {float(best):8.1f}  {row}: {column}")
    lines.append("\t".join([arguments, row, column, f"{got:g}" if better or worse and update == "all" else best, way]) + "\n")
if update:
    open(best_path, "w", encoding="utf-8").writelines(lines)
print(f"eval: {fallen} figures fell, {risen} rose" + (", best.tsv rewritten" if update else ""))
sys.exit(fallen > 0 and not update)
