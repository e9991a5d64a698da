"$GAINSAY" check --rule count-conflict=off --rule quote-altered=note --rule name-spelling=warning --rule weekday-date=off fixtures/ferry >/dev/null
