"$GAINSAY" check --option measure-conflict.tolerance=7 fixtures/ferry
