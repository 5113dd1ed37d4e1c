# Benelux+: build, run, test, measure. See README.md.

BUILD  ?= build
SHARE  := $(BUILD)/share
CC     := gcc
CXX    := g++

WARN   := -Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Werror
WARNXX := -Wall -Wextra -Wconversion -Wshadow -Werror
HARDEN := -fPIE -fstack-protector-strong -fstack-clash-protection -fcf-protection -D_FORTIFY_SOURCE=2
OPT    ?= -O2 -g
CPPFLAGS := -D_GNU_SOURCE -Icgi-src -isystem /usr/include/postgresql
CFLAGS   := -std=c17 $(OPT) $(WARN) $(HARDEN) $(EXTRA) $(FUZZ)
CXXFLAGS := -std=c++17 $(OPT) $(WARNXX) $(HARDEN) $(EXTRA) $(FUZZ)
LDFLAGS  := -pie -Wl,-z,relro,-z,now $(EXTRA)
LDLIBS   := -lfcgi -lctemplate -lpq -lcmark-gfm -lical -lcrack -lcjson -lsodium -loath -lqrencode -lxxhash -lz -lseccomp -lstdc++ -lpthread

SOURCES := $(filter-out cgi-src/main.c,$(wildcard cgi-src/*.c cgi-src/*/*.c))
SHIM    := $(wildcard cgi-src/*/*.cc)
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(SHIM:%.cc=$(BUILD)/%.o)
ARCHIVE := $(BUILD)/libbenelux.a
PROGRAM := $(BUILD)/benelux-plus

# Every object is linked, whether something calls it or not, so that the list of statements is whole.
WHOLE   := -Wl,--whole-archive $(ARCHIVE) -Wl,--no-whole-archive

PACKAGES := tools/packages.build tools/packages.run

.PHONY: all run test test-compose bench fuzz crash lint clean format
.DELETE_ON_ERROR:

all: $(PROGRAM) $(SHARE)/.templates $(SHARE)/assets $(patsubst locale/%.po,$(SHARE)/locale/%.mo,$(wildcard locale/*.po))

$(PROGRAM): $(BUILD)/cgi-src/main.o $(ARCHIVE)
	@echo "  LD $@"; $(CC) $(LDFLAGS) -o $@ $< $(WHOLE) $(LDLIBS)

$(ARCHIVE): $(OBJECTS)
	@rm -f $@; ar rcs $@ $^

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D); echo "  CC $<"; $(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: %.cc Makefile
	@mkdir -p $(@D); echo "  CXX $<"; $(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -c -o $@ $<

# One program for each file of unit tests.
TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/*/*_test.c))
.PHONY: tests
tests: $(TESTS)

$(TESTS): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/tests/support/cgi.o $(ARCHIVE)
	@$(CC) $(LDFLAGS) -o $@ $< $(BUILD)/tests/support/cgi.o $(WHOLE) $(LDLIBS) -lcmocka

$(BUILD)/tests/%.o: CPPFLAGS += -Itests

# One program for each file of fuzzers; tests/fuzz/run builds them with clang.
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/*_fuzz.c))
.PHONY: fuzzers
fuzzers: $(FUZZERS)

$(FUZZERS): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/tests/fuzz/fuzz.o $(ARCHIVE)
	@echo "  LD $@"; $(CXX) $(LDFLAGS) -fsanitize=fuzzer -o $@ $< $(BUILD)/tests/fuzz/fuzz.o $(ARCHIVE) $(LDLIBS)

# What the program reads at its start, in one folder.
$(SHARE)/.templates: $(wildcard templates/*/*.tpl)
	@mkdir -p $(SHARE) && rm -rf $(SHARE)/templates && cp -r templates $(SHARE)/templates
	@touch $@

$(SHARE)/assets: tools/stage-static $(wildcard static/*)
	@tools/stage-static static $(SHARE)

$(SHARE)/locale/%.mo: locale/%.po
	@mkdir -p $(@D) && msgfmt -c -o $@ $<

run:
	@tools/install-packages $(PACKAGES)
	@$(MAKE) --no-print-directory all
	@tools/run

test:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@tests/run

# On a container engine that is there.
test-compose:
	@tests/compose/run

lint:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@tools/lint

format:
	clang-format-14 -i cgi-src/*.[ch] cgi-src/*/*.[ch] cgi-src/*/*.cc tests/*/*.[ch]

bench:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@$(MAKE) --no-print-directory all
	@tests/bench/run

# Each fuzzer for so many seconds.
SECONDS ?= 60
fuzz:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@tests/fuzz/run $(SECONDS)

# An editor who saves while processes are killed.
KILLS ?= 300
crash:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@$(MAKE) --no-print-directory all
	@tests/crash/run.mjs $(KILLS)

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
