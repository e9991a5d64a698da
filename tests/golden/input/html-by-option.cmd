printf '<title>x</title><p>The mill has <b>20</b>&nbsp;rooms.<script>var rooms = 30;</script>' | "$GAINSAY" extract --input-format html -
