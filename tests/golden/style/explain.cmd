# a rule of the pack that no run loads by itself
"$GAINSAY" explain regional-spelling
