"$GAINSAY" extract fixtures/legacy/herald.html | head -n 3
