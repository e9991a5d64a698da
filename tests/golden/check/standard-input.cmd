printf 'The siege began on Friday, 24 February 2022.\n' | "$GAINSAY" check -
