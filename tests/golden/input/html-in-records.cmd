printf '%s\n' '{"id":"a","format":"html","text":"<p>The mill has 20 rooms.<nav>30 rooms</nav>"}' |
    "$GAINSAY" extract --input-format jsonl -
