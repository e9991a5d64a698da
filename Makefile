# gainsay: the one front for building, testing and measuring. `make help` lists the targets.
#
# CC, CFLAGS, CPPFLAGS, LDFLAGS, PREFIX, DESTDIR are the user's and are only added to. MODE picks the build: release, check, asan, tsan.

MODE    ?= release
BUILD   ?= build/$(MODE)
GAINSAY ?= build/gainsay
STAGES   = base lexicon source text extract claim align rule report engine cli
LUA      = $(firstword $(foreach name,lua5.4 lua-5.4 lua54 lua,$(shell pkg-config --exists $(name) 2>/dev/null && echo $(name))) lua5.4)
PKGS     = $(LUA) libpcre2-8 libcjson md4c gumbo libutf8proc
CORPUS  ?= $(wildcard ../shared/corpus)
EVAL    ?= $(wildcard ../shared/eval)

opt_release = -O2
opt_check   = -O1
opt_asan    = -O1 -fno-omit-frame-pointer
opt_tsan    = -O1 -fno-omit-frame-pointer
opt_fuzz    = -O1 -fno-omit-frame-pointer
san_asan    = -fsanitize=address,undefined -fno-sanitize-recover=all
san_tsan    = -fsanitize=thread
san_fuzz    = -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
def_asan    = -DGSAY_ARENA_BLOCK=64u
def_fuzz    = $(def_asan)

WARN   = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wundef -Wcast-qual \
         -Wwrite-strings -Wformat=2 -Wvla
FLAGS  = -std=c11 -D_XOPEN_SOURCE=700 -g $(opt_$(MODE)) $(WARN) $(if $(WERROR),-Werror) -Iinclude -Icore \
         -I$(BUILD)/generated $(PKG_CFLAGS) $(san_$(MODE)) $(def_$(MODE)) -pthread -fPIC -fvisibility=hidden
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS   := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lm
CHECK_LIBS  = $(shell pkg-config --libs check 2>/dev/null)

# Objects of one stage, and of a stage with all above it: a test program links no stage below the one it tests, so the
# linker itself proves the order of the house.
stage_src  = $(sort $(wildcard core/$(1)/*.c))
stage_obj  = $(patsubst %.c,$(BUILD)/%.o,$(call stage_src,$(1)))
upto       = $(if $(filter $(1),$(firstword $(2))),$(firstword $(2)),$(firstword $(2)) $(call upto,$(1),$(wordlist 2,99,$(2))))
upto_obj   = $(foreach s,$(call upto,$(1),$(STAGES)),$(call stage_obj,$(s)))
LIB_OBJ    = $(foreach s,$(filter-out cli,$(STAGES)),$(call stage_obj,$(s)))
CLI_OBJ    = $(call stage_obj,cli)
TSAN_OBJ   = $(if $(filter tsan,$(MODE)),$(BUILD)/tests/tsan/longjmp.o)
TEST_STAGES = $(foreach s,$(filter-out cli,$(STAGES)),$(if $(wildcard tests/core/$(s)/test_*.c),$(s)))
TEST_BINS   = $(foreach s,$(TEST_STAGES),$(BUILD)/test_$(s))

.PHONY: help deps all lib demo test unit faults valgrind fuzz golden packs manual records check layers asan tsan library-test install uninstall bench eval clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

help:                       ## this list
	@awk -F ':.*## *' '/^[a-z][a-z -]*:.*##/ { printf "  %-14s %s\n", $$1, $$2 }' Makefile

# What a fresh machine with git, a compiler and make lacks. The goals after deps run in a make of their own, which sees what was installed.
deps_apt  = pkg-config liblua5.4-dev libpcre2-dev libcjson-dev check libmd4c-dev libgumbo-dev libutf8proc-dev
deps_dnf  = pkgconf-pkg-config lua-devel pcre2-devel cjson-devel check-devel md4c-devel gumbo-parser-devel utf8proc-devel
deps_brew = pkg-config lua@5.4 pcre2 cjson check md4c gumbo-parser utf8proc
as_root   = $(if $(filter 0,$(shell id -u)),,sudo)
deps_met  = pkg-config --exists $(PKGS) check 2>/dev/null

deps:                       ## install the libraries that are missing (apt, dnf or brew)
	@if $(deps_met); then echo "deps: everything is there"; \
	elif command -v apt-get >/dev/null; then echo "deps: installing $(deps_apt)"; \
	    $(as_root) apt-get update -qq && DEBIAN_FRONTEND=noninteractive $(as_root) apt-get install -y -qq --no-install-recommends $(deps_apt) >/dev/null; \
	elif command -v dnf >/dev/null; then echo "deps: installing $(deps_dnf)"; $(as_root) dnf install -y -q $(deps_dnf); \
	elif command -v brew >/dev/null; then echo "deps: installing $(deps_brew)"; brew install -q $(deps_brew); \
	else echo "deps: no apt-get, dnf or brew here; install: $(deps_apt)"; exit 1; fi

all: build/gainsay          ## the program, build/gainsay

demo:                       ## build it and check three news texts that disagree
	@$(MAKE) all
	build/gainsay check fixtures/ferry; echo "exit status $$?"

test:                       ## all tests: units, rule packs, command line, manual
	@$(MAKE) unit packs golden manual

ifneq ($(filter deps,$(MAKECMDGOALS)),)
all demo test check: | deps
endif

ifeq ($(MODE),release)
build/gainsay: $(BUILD)/gainsay
	@mkdir -p $(@D) && cp $< $@.new && mv $@.new $@
endif

$(BUILD)/gainsay: $(CLI_OBJ) $(LIB_OBJ) $(TSAN_OBJ)
	$(CC) $(CFLAGS) $(san_$(MODE)) -pthread -o $@ $^ $(LDFLAGS) $(PKG_LIBS)

# The library. Its name carries the interface: 0 until 1.0.0.
VERSION := $(shell sed -n 's/^.define GSAY_VERSION "\(.*\)"/\1/p' include/gainsay/gainsay.h)
ifeq ($(shell uname -s),Darwin)
SHARED       = libgainsay.$(VERSION).dylib
SHARED_LINKS = libgainsay.0.dylib libgainsay.dylib
SHARED_FLAGS = -dynamiclib -install_name $(LIBDIR)/libgainsay.0.dylib -compatibility_version 0.1 -current_version $(VERSION)
else
SHARED       = libgainsay.so.$(VERSION)
SHARED_LINKS = libgainsay.so.0 libgainsay.so
SHARED_FLAGS = -shared -Wl,-soname,libgainsay.so.0
endif

lib: $(BUILD)/libgainsay.a $(BUILD)/$(SHARED)   ## the library, static and shared

$(BUILD)/libgainsay.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/$(SHARED): $(LIB_OBJ)
	$(CC) $(CFLAGS) $(san_$(MODE)) -pthread $(SHARED_FLAGS) -o $@ $^ $(LDFLAGS) $(PKG_LIBS)

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(FLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# lexicon: the word lists and tables are packed into one block at build time, by a program for the building machine.
HOSTCC ?= $(CC)
LEXICON_TABLES = $(addprefix core/lexicon/,numerals.c units.c currencies.c calendar_words.c people.c grammar.c nouns.c)

$(BUILD)/generate_lexicon: core/lexicon/words/generate.c $(LEXICON_TABLES) $(wildcard core/lexicon/*.h)
	@mkdir -p $(@D)
	$(HOSTCC) -std=c11 -D_POSIX_C_SOURCE=200809L -O1 $(WARN) $(if $(WERROR),-Werror) -Iinclude -Icore -o $@ $(filter %.c,$^)

$(BUILD)/generated/lexicon_words.inc: $(BUILD)/generate_lexicon $(wildcard core/lexicon/words/*.txt)
	@mkdir -p $(@D)
	$< $@ core/lexicon/words

$(BUILD)/core/lexicon/words.o: $(BUILD)/generated/lexicon_words.inc

# One test program a stage; tests/core/suite.h declares its table of suites.
define test_program
$(BUILD)/test_$(1): $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/core/$(1)/*.c) tests/core/runner.c) $(call upto_obj,$(1)) $(TSAN_OBJ)
	$$(CC) $$(CFLAGS) $$(san_$$(MODE)) -pthread -o $$@ $$^ $$(LDFLAGS) $$(CHECK_LIBS) $$(PKG_LIBS)
endef
$(foreach s,$(TEST_STAGES),$(eval $(call test_program,$(s))))
$(BUILD)/tests/%.o: FLAGS += -Itests/core

# With -j the stages run beside each other, and each one's words stay together. All are run, whatever fails.
longest_first = $(filter rule,$(TEST_STAGES)) $(filter-out rule,$(TEST_STAGES))
in_one_piece = $(if $(filter output-sync,$(.FEATURES)),-O)
unit: $(TEST_BINS)          ## unit tests; ONLY=core/extract/number picks a suite, RUN="valgrind -q" wraps them
	@$(MAKE) -k $(in_one_piece) $(addprefix unit-,$(longest_first))

.PHONY: $(addprefix unit-,$(TEST_STAGES))
$(addprefix unit-,$(TEST_STAGES)): unit-%: $(BUILD)/test_%
	@GSAY_CORPUS=$(CORPUS) $(RUN) $< $(ONLY)

# The whole program behind an allocator that refuses requests; only this test program has it.
FAULTS_OBJ = $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/faults/*.c)) $(BUILD)/faults_main.o
$(BUILD)/faults_main.o: core/cli/main.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(FLAGS) $(CFLAGS) -Dmain=gainsay_main -Wno-missing-prototypes -MMD -MP -c -o $@ $<

$(BUILD)/tests/faults/allocator.o: san_asan = -DIS_SANITIZED

$(BUILD)/test_faults: $(FAULTS_OBJ) $(filter-out %/cli/main.o,$(CLI_OBJ)) $(LIB_OBJ)
	$(CC) $(CFLAGS) $(san_$(MODE)) -pthread -o $@ $^ $(LDFLAGS) $(PKG_LIBS)

faults: $(BUILD)/test_faults   ## out of memory: each request for memory of the program and its libraries refused once
	@tests/faults/run.sh $(BUILD)/test_faults

# libFuzzer comes with clang alone. A target is named after its format; but for JSONL and records, one file serves them all.
FUZZ        ?= text markdown html jsonl claims
SECONDS     ?= 60
fuzz_common  = $(BUILD)/tests/fuzz/properties.o $(BUILD)/tests/fuzz/stages.o $(LIB_OBJ)
fuzz_upper   = $(if $(filter text,$(1)),TEXT,$(if $(filter markdown,$(1)),MARKDOWN,HTML))
$(BUILD)/tests/fuzz/text.o $(BUILD)/tests/fuzz/markdown.o $(BUILD)/tests/fuzz/html.o: $(BUILD)/tests/fuzz/%.o: tests/fuzz/one_source.c Makefile
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(FLAGS) $(CFLAGS) -DFUZZ_FORMAT=GSAY_FORMAT_$(call fuzz_upper,$*) -MMD -MP -c -o $@ $<

$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/%.o $(fuzz_common)
	$(CC) $(CFLAGS) -fsanitize=fuzzer,address,undefined -pthread -o $@ $^ $(LDFLAGS) $(PKG_LIBS)

fuzz:                       ## inputs that nobody wrote, held against what must hold of all; SECONDS=60 in all, FUZZ="text html" (clang)
	@$(MAKE) MODE=fuzz CC=clang WERROR=1 $(FUZZ:%=build/fuzz/fuzz_%)
	@tests/fuzz/run.sh build/fuzz $(SECONDS) $(FUZZ)

# One process a stage: forked ones would each look for leaks, thousands of times. Sweeps and long inputs are shortened to the SWEEP-th
# part (tests/core/suite.h); every test runs.
SWEEP   ?= 17
slowly   = CK_FORK=no GSAY_SWEEP=$(SWEEP) CK_TIMEOUT_MULTIPLIER=50
memcheck = valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite
valgrind:                   ## unit tests and runs over fixtures under valgrind: no leak, nothing read before it was written
	@$(MAKE) MODE=check WERROR=1 build/check/gainsay
	@$(slowly) $(MAKE) MODE=check WERROR=1 CORPUS= RUN="$(memcheck)" unit
	$(memcheck) build/check/gainsay check --jobs 2 --fail-on never --format json fixtures >/dev/null
	$(memcheck) build/check/gainsay extract --jobs 2 fixtures >/dev/null
	$(memcheck) build/check/gainsay facts --jobs 2 fixtures >/dev/null
	$(memcheck) build/check/gainsay extract --records --jobs 2 fixtures >build/check/fixtures.claims
	$(memcheck) build/check/gainsay check --jobs 2 --fail-on never --input-format claims build/check/fixtures.claims >/dev/null

packs: $(GAINSAY)       ## the tests of the shipped rule packs
	$(GAINSAY) test --coverage

golden: $(GAINSAY)      ## the command line as a user meets it; UPDATE=1 rewrites what is expected
	@UPDATE=$(UPDATE) tests/golden/run.sh $(GAINSAY)

manual: $(GAINSAY)      ## the manual pages and completions name every option and render
	@tests/manual.sh $(GAINSAY)

records: $(GAINSAY)     ## records of parts, in any order, give the same bytes as one run over the texts; RECORDS=folders
	@tests/same-records.sh $(GAINSAY) $(or $(RECORDS),fixtures)

library-test:               ## install to a folder of its own, build tests/library/example.c against it, uninstall
	@CC="$(CC)" MAKE="$(MAKE)" tests/library/run.sh

layers:                     ## the order of the folders
	@tests/layers.sh

check:                      ## everything a change must pass
	@$(MAKE) MODE=check WERROR=1 GAINSAY=build/check/gainsay layers build/check/gainsay unit packs golden manual records

asan:                       ## the same tests under the address and undefined behaviour sanitizers
	@CK_FORK=no $(MAKE) MODE=$@ WERROR=1 GAINSAY=build/$@/gainsay build/$@/gainsay unit packs golden

race_check = TSAN_OPTIONS=exitcode=9 build/tsan/gainsay
tsan:                       ## the same tests under the thread sanitizer, long ones shortened; and runs over fixtures with four threads
	@$(slowly) $(MAKE) MODE=$@ WERROR=1 CORPUS= GAINSAY=build/$@/gainsay build/$@/gainsay unit packs golden
	$(race_check) check --jobs 4 --fail-on never fixtures >/dev/null
	$(race_check) extract --jobs 4 fixtures >/dev/null
	$(race_check) facts --jobs 4 fixtures >/dev/null
	$(race_check) extract --records --jobs 4 fixtures >build/tsan/fixtures.claims
	$(race_check) check --jobs 4 --fail-on never --input-format claims build/tsan/fixtures.claims >/dev/null

# What is installed, as MODE:FILE:TARGET; uninstall takes away the same list, and folders of gainsay's own that are empty then.
PREFIX   ?= /usr/local
BINDIR   ?= $(PREFIX)/bin
LIBDIR   ?= $(PREFIX)/lib
DATADIR  ?= $(PREFIX)/share
MANDIR   ?= $(DATADIR)/man
PACK_FILES = $(sort $(wildcard rules/*/*.lua rules/*/tests/*.test.md))
INSTALLED  = 755:$(BUILD)/gainsay:$(BINDIR)/gainsay \
             644:include/gainsay/gainsay.h:$(PREFIX)/include/gainsay/gainsay.h \
             644:$(BUILD)/libgainsay.a:$(LIBDIR)/libgainsay.a \
             755:$(BUILD)/$(SHARED):$(LIBDIR)/$(SHARED) \
             644:$(BUILD)/gainsay.pc:$(LIBDIR)/pkgconfig/gainsay.pc \
             644:core/cli/man/gainsay.1:$(MANDIR)/man1/gainsay.1 \
             644:core/cli/man/gainsay-rules.7:$(MANDIR)/man7/gainsay-rules.7 \
             644:core/cli/completions/gainsay.bash:$(DATADIR)/bash-completion/completions/gainsay \
             644:core/cli/completions/_gainsay:$(DATADIR)/zsh/site-functions/_gainsay \
             644:core/cli/completions/gainsay.fish:$(DATADIR)/fish/vendor_completions.d/gainsay.fish \
             $(foreach file,$(PACK_FILES),644:$(file):$(DATADIR)/gainsay/$(file))
OWN_FOLDERS = $(PREFIX)/include/gainsay $(foreach pack,$(sort $(dir $(PACK_FILES))),$(DATADIR)/gainsay/$(pack)) \
              $(foreach pack,$(sort $(dir $(patsubst %/,%,$(dir $(PACK_FILES))))),$(DATADIR)/gainsay/$(pack)) $(DATADIR)/gainsay/rules $(DATADIR)/gainsay

# Static linking needs what the library is made of; whoever links the shared one needs none of it installed.
# Found from its own place where that is known, so that a tree installed to DESTDIR can be used where it lies.
pc_path = $(if $(filter $(PREFIX)/$(1),$(2)),$${prefix}/$(1),$(2))
$(BUILD)/gainsay.pc: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(if $(filter $(PREFIX)/lib,$(LIBDIR)),$${pcfiledir}/../..,$(PREFIX))' 'libdir=$(call pc_path,lib,$(LIBDIR))' \
	    'includedir=$${prefix}/include' 'packs=$(call pc_path,share,$(DATADIR))/gainsay/rules' '' 'Name: gainsay' \
	    'Description: A linter for facts: finds where texts contradict each other' 'Version: $(VERSION)' \
	    'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -lgainsay' 'Libs.private: $(PKG_LIBS) -pthread' >$@

install: $(BUILD)/gainsay lib $(BUILD)/gainsay.pc   ## program, library, packs, manual, completions, to DESTDIR/PREFIX (/usr/local)
	@set -e; for entry in $(INSTALLED); do \
	    mode=$${entry%%:*}; rest=$${entry#*:}; file=$${rest%%:*}; target="$(DESTDIR)$${rest#*:}"; \
	    mkdir -p "$${target%/*}"; install -m "$$mode" "$$file" "$$target"; done
	@for link in $(SHARED_LINKS); do ln -sf $(SHARED) "$(DESTDIR)$(LIBDIR)/$$link"; done
	@echo "installed to $(DESTDIR)$(PREFIX)"

uninstall:                  ## take away what install put there
	@for entry in $(INSTALLED); do rm -f "$(DESTDIR)$${entry##*:}"; done
	@for link in $(SHARED_LINKS); do rm -f "$(DESTDIR)$(LIBDIR)/$$link"; done
	@for folder in $(OWN_FOLDERS); do rmdir "$(DESTDIR)$$folder" 2>/dev/null || true; done
	@echo "uninstalled from $(DESTDIR)$(PREFIX)"

bench: build/gainsay        ## instructions a byte, start-up, peak memory (needs valgrind); BENCH=folder
	@tests/bench/bench.sh build/gainsay $(or $(BENCH),$(if $(CORPUS),$(CORPUS)/ecbplus,fixtures))

eval: build/gainsay         ## the figures of labelled data (needs python3 and the data in EVAL)
	@tests/eval/eval.sh $(abspath build/gainsay) $(EVAL)

clean:                      ## remove everything that was built
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
