# the two ferry papers disagree, but both are references here
"$GAINSAY" check --against fixtures/ferry/northern-post.txt --against fixtures/ferry/coastal-herald.txt fixtures/council/gazette.txt
