#!/usr/bin/env python3
"""sample.py PROGRAM SEED COUNT PATH... - draws mentions at random for a reader to judge.

Runs `PROGRAM extract` over the paths, leaves names and quotations out, draws COUNT mentions with the seed and prints one a line: its
number, kind, value, and its text in [[ ]] with what stands around it. The same program, seed and paths give the same sample.
"""
import json, random, subprocess, sys

AROUND = 70  # bytes of context on each side
PASSED_OVER = {"name", "quote"}


def context(path, start, end):
    """What stands around a mention, on one line."""
    with open(path, "rb") as file:
        data = file.read()
    pieces = data[max(0, start - AROUND):start], data[start:end], data[end:end + AROUND]
    before, text, behind = (" ".join(piece.decode("utf-8", "replace").replace("\n", " ").split(" ")) for piece in pieces)
    return f"{before}[[{text}]]{behind}"


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    program, seed, count, paths = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
    lines = subprocess.run([program, "extract", *paths], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8").splitlines()
    mentions = [mention for mention in map(json.loads, lines) if mention["kind"] not in PASSED_OVER]
    for index, mention in enumerate(random.Random(seed).sample(mentions, min(count, len(mentions))), 1):
        value = " ".join(f"{key}={value}" for key, value in mention["value"].items() if key != "precision")
        print(f"{index}. {mention['kind']} {value} | {context(mention['source'], mention['start'], mention['end'])}")


main()
