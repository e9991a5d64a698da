"""mentions.py PROGRAM FOLDER... - what `extract` promises of every mention, checked over folders of texts:

- `text` is what stands at the byte range [start, end) of the file, and the range lies on code point borders;
- `line` and `column` are those of start;
- values and names are disjoint; quotations, which hold them, are disjoint among themselves; mentions rise by start.

The program must end in 0. Prints the counts; ends in 1 with the first offences.
"""
import functools, json, os, subprocess, sys

program, folders = sys.argv[1], sys.argv[2:]
offences = []


def complain(mention, why):
    offences.append(f"{mention['source']}:{mention['line']}: {mention['kind']} {mention['text'][:60]!r}: {why}")


def check_place(mention, data, text_line_starts):
    start, end = mention["start"], mention["end"]
    if not 0 <= start < end <= len(data):
        return complain(mention, "range outside the file")
    if not is_utf8(data):
        return None
    if data[start:end].decode("utf-8", "replace") != mention["text"]:
        return complain(mention, "text does not stand at its range")
    line = mention["line"]
    begin = text_line_starts[line - 1] if line <= len(text_line_starts) else -1
    if not begin <= start or b"\n" in data[begin:start]:
        return complain(mention, "wrong line")
    if len(data[begin:start].decode("utf-8")) + 1 != mention["column"]:
        complain(mention, "wrong column")
    return None


@functools.lru_cache(maxsize=2)
def is_utf8(data):
    """Legacy encodings are converted: of their mentions only the range is checked here; unit tests check the rest."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def line_starts(data):
    """Offsets of lines; LF, CR LF and CR end one."""
    starts, i = [0], 0
    while i < len(data):
        if data[i] == 13:
            i += 2 if data[i + 1:i + 2] == b"\n" else 1
            starts.append(i)
        elif data[i] == 10:
            i += 1
            starts.append(i)
        else:
            i += 1
    return starts


for folder in folders:
    if not os.path.isdir(folder):
        print(f"mentions: {folder} is not here, passed over")
        continue
    run = subprocess.run([program, "extract", folder], stdout=subprocess.PIPE)
    if run.returncode:
        sys.exit(f"mentions: {program} extract {folder}: exit status {run.returncode}")
    count, source, ends, last = 0, None, {}, -1
    for row in run.stdout.decode("utf-8").splitlines():
        mention = json.loads(row)
        if mention["source"] != source:
            source, ends, last = mention["source"], {}, -1
            data = open(source, "rb").read()
            starts = line_starts(data)
        count += 1
        check_place(mention, data, starts)
        layer = "quote" if mention["kind"] == "quote" else "value"
        if mention["start"] < ends.get(layer, 0):
            complain(mention, "overlaps the mention before it")
        if mention["start"] < last:
            complain(mention, "stands before the mention before it")
        ends[layer], last = mention["end"], mention["start"]
    print(f"mentions: {folder}: {count} mentions stand where they say")
for offence in offences[:20]:
    print("FAIL", offence)
if offences:
    print(f"mentions: {len(offences)} offences")
sys.exit(bool(offences))
