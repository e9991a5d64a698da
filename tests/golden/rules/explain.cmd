"$GAINSAY" explain measure-conflict
