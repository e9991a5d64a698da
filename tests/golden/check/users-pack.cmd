# a copied pack with another message and another tolerance: no rebuild
cp -r rules/core "$WORK/mine"
sed -i.bak 's/{at} here, but {related}/mine: {at}, not {related}/' "$WORK/mine/measure-conflict.lua"
rm "$WORK/mine"/*.bak
"$GAINSAY" check --pack "$WORK/mine" --only measure-conflict fixtures/council
echo "exit status $?"
"$GAINSAY" check --pack "$WORK/mine" --only measure-conflict --option measure-conflict.tolerance=0.5 fixtures/council
