printf "# Dam\n\nThe dam is **20%%** full.\n" | "$GAINSAY" extract --stdin-name "$WORK/a.md" -
