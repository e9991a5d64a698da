printf 'About 20%% of the 1.5 million voters met Dr Ada Quill on 3 May 2021.\n' | "$GAINSAY" extract -
