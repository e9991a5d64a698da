mkdir -p "$WORK/house"
cat > "$WORK/house/pack.lua" <<'EOF'
return { api = 1, name = "house", claims = { ["number of boats"] = { "{number} boats" } }, facts = { ["number of boats"] = 9 } }
EOF
cd "$WORK"
echo "The harbour has 8 boats." > harbour.txt
"$GAINSAY" check --pack ./house harbour.txt
