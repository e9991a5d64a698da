"$GAINSAY" explain quote-alterd
