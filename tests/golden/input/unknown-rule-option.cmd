"$GAINSAY" check --option measure-conflict.tolerence=0.1 fixtures/ferry
