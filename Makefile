# gainsay: the one front for building, testing and measuring. `make help` lists the targets.
#
# CC, CFLAGS, CPPFLAGS, LDFLAGS are the user's and are only added to. MODE picks the build: release, check, asan, tsan.

MODE    ?= release
BUILD   ?= build/$(MODE)
STAGES   = base lexicon source text extract claim align rule report engine cli
PKGS     = lua5.4 libpcre2-8 libcjson md4c libutf8proc

opt_release = -O2
opt_check   = -O1
opt_asan    = -O1 -fno-omit-frame-pointer
opt_tsan    = -O1 -fno-omit-frame-pointer
san_asan    = -fsanitize=address,undefined -fno-sanitize-recover=all
san_tsan    = -fsanitize=thread
def_asan    = -DGSAY_ARENA_BLOCK=64u

WARN   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wundef -Wcast-qual \
         -Wwrite-strings -Wformat=2 -Wvla
FLAGS  = -std=c11 -D_XOPEN_SOURCE=700 -g $(opt_$(MODE)) $(WARN) $(if $(WERROR),-Werror) -Iinclude -Icore \
         -I$(BUILD)/generated $(PKG_CFLAGS) $(san_$(MODE)) $(def_$(MODE)) -pthread
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lstemmer -lm
CHECK_LIBS  = $(shell pkg-config --libs check 2>/dev/null)

# Objects of one stage, and of a stage with all above it: a test program links no stage below the one it tests, so the
# linker itself proves the order of the house.
stage_src  = $(sort $(wildcard core/$(1)/*.c))
stage_obj  = $(patsubst %.c,$(BUILD)/%.o,$(call stage_src,$(1)))
upto       = $(if $(filter $(1),$(firstword $(2))),$(firstword $(2)),$(firstword $(2)) $(call upto,$(1),$(wordlist 2,99,$(2))))
upto_obj   = $(foreach s,$(call upto,$(1),$(STAGES)),$(call stage_obj,$(s)))
LIB_OBJ    = $(foreach s,$(filter-out cli,$(STAGES)),$(call stage_obj,$(s)))
CLI_OBJ    = $(call stage_obj,cli)
TEST_STAGES = $(foreach s,$(filter-out cli,$(STAGES)),$(if $(wildcard tests/core/$(s)/test_*.c),$(s)))
TEST_BINS   = $(foreach s,$(TEST_STAGES),$(BUILD)/test_$(s))

.PHONY: help deps all demo test unit golden rules check layers asan tsan bench eval clean
.SECONDARY:
.DELETE_ON_ERROR:

help:                       ## this list
	@sed -n 's/^\([a-z][a-z ]*\):.*## */\1	/p' Makefile | column -t -s '	'

all: build/gainsay          ## the program, build/gainsay

build/gainsay: $(BUILD)/gainsay
	@mkdir -p $(@D) && cp $< $@.new && mv $@.new $@

$(BUILD)/gainsay: $(CLI_OBJ) $(LIB_OBJ)
	$(CC) $(CFLAGS) $(san_$(MODE)) -pthread -o $@ $^ $(LDFLAGS) $(PKG_LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# lexicon: the word lists and tables are packed into one block at build time, by a program for the building machine.
HOSTCC ?= $(CC)
LEXICON_TABLES = $(addprefix core/lexicon/,numerals.c units.c currencies.c calendar_words.c people.c grammar.c)

$(BUILD)/generate_lexicon: core/lexicon/words/generate.c $(LEXICON_TABLES) core/lexicon/closed.h core/lexicon/lexicon.h
	@mkdir -p $(@D)
	$(HOSTCC) -std=c11 -D_POSIX_C_SOURCE=200809L -O1 $(WARN) $(if $(WERROR),-Werror) -Iinclude -Icore -o $@ $(filter %.c,$^)

$(BUILD)/generated/lexicon_words.inc: $(BUILD)/generate_lexicon $(wildcard core/lexicon/words/*.txt)
	@mkdir -p $(@D)
	$< $@ core/lexicon/words

$(BUILD)/core/lexicon/words.o: $(BUILD)/generated/lexicon_words.inc

# One test program a stage; tests/core/suite.h declares its table of suites.
define test_program
$(BUILD)/test_$(1): $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/core/$(1)/*.c) tests/core/runner.c) $(call upto_obj,$(1))
	$$(CC) $$(CFLAGS) $$(san_$$(MODE)) -pthread -o $$@ $$^ $$(LDFLAGS) $$(CHECK_LIBS) $$(PKG_LIBS)
endef
$(foreach s,$(TEST_STAGES),$(eval $(call test_program,$(s))))
$(BUILD)/tests/%.o: FLAGS += -Itests/core

unit: $(TEST_BINS)          ## unit tests; ONLY=core/extract/number picks suites, RUN="valgrind -q" wraps them
	@failed=0; for t in $(TEST_BINS); do $(RUN) $$t $(ONLY) || failed=1; done; exit $$failed

clean:                      ## remove everything that was built
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
