printf "{\"id\": \"one\", \"text\": \"The dam is 20%% full.\"}\n" | "$GAINSAY" extract --stdin-name all.jsonl - | sed "s/,\"kind.*//"
