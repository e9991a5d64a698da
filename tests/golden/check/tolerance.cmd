"$GAINSAY" check --only measure-conflict --option measure-conflict.tolerance=0.2 fixtures/council
