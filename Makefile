# SPDX-License-Identifier: EUPL-1.2
# Benelux+: build, run, test, measure. See README.md and docs/reference.md.

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
LDLIBS   := -lfcgi -lctemplate -lpq -lcmark -lical -lcrack -lcjson -lsodium -loath -lqrencode -lxxhash -ldeflate -lzip -lseccomp -lstdc++ -lpthread -lm

# A program of its own reads pictures, with libraries that no other one links.
SOURCES := $(filter-out cgi-src/main.c cgi-src/picture/%,$(shell find cgi-src -name "*.c"))
READING := $(patsubst %.c,$(BUILD)/%.o,$(filter-out cgi-src/picture/main.c,$(wildcard cgi-src/picture/*.c)) \
	$(addprefix cgi-src/base/,arena.c buffer.c log.c sandbox.c utf8.c))
READER  := $(BUILD)/benelux-plus-picture
READING_LIBS := -lwebp -ljpeg -lpng16 -llcms2 -lseccomp
SHIM    := $(shell find cgi-src -name "*.cc")
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(SHIM:%.cc=$(BUILD)/%.o) $(BUILD)/version.o
ARCHIVE := $(BUILD)/libbenelux.a
PROGRAM := $(BUILD)/benelux-plus

# Links every object, called or not, so that the list of statements is complete.
WHOLE   := -Wl,--whole-archive $(ARCHIVE) -Wl,--no-whole-archive

PACKAGES := tools/packages.build tools/packages.run

.PHONY: all share run install test test-compose test-release test-install bench fuzz crash trust coverage lint clean format
.DELETE_ON_ERROR:

all: $(PROGRAM) $(READER) share $(SHARE)/nginx/queries.map
share: $(SHARE)/.templates $(SHARE)/assets $(patsubst locale/%.po,$(SHARE)/locale/%.mo,$(wildcard locale/*.po)) \
	$(patsubst docs/editors/%.md,$(SHARE)/help/%.md,$(wildcard docs/editors/*.md))

$(PROGRAM): $(BUILD)/cgi-src/main.o $(ARCHIVE)
	@echo "  LD $@"; $(CC) $(LDFLAGS) -o $@ $< $(WHOLE) $(LDLIBS)

$(READER): $(BUILD)/cgi-src/picture/main.o $(READING)
	@echo "  LD $@"; $(CC) $(LDFLAGS) -Wl,--as-needed -o $@ $^ $(READING_LIBS)

$(ARCHIVE): $(OBJECTS)
	@rm -f $@; ar rcs $@ $^

$(BUILD)/%.o: %.c Makefile
	@mkdir -p $(@D); echo "  CC $<"; $(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/%.o: %.cc Makefile
	@mkdir -p $(@D); echo "  CXX $<"; $(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -c -o $@ $<

# The version: the commit, unless whoever builds says otherwise.
BENELUX_VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
.PHONY: FORCE
$(BUILD)/version.c: FORCE
	@mkdir -p $(@D); printf '#include "base/version.h"\nconst char version[] = "%s";\n' '$(BENELUX_VERSION)' >$@.new; cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(BUILD)/version.o: $(BUILD)/version.c
	@$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# One program for each file of unit tests.
TESTS := $(patsubst %.c,$(BUILD)/%,$(shell find tests -name "*_test.c"))
.PHONY: tests
tests: $(TESTS)

$(TESTS): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/tests/support/cgi.o $(ARCHIVE)
	@$(CC) $(LDFLAGS) -o $@ $< $(BUILD)/tests/support/cgi.o $(READING_PART) $(WHOLE) $(LDLIBS) -lcmocka -lz

$(BUILD)/tests/%.o: CPPFLAGS += -Itests

# The program and its tests under the address and undefined-behaviour sanitizers, in build/checked.
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all
.PHONY: checked
checked:
	@$(MAKE) --no-print-directory BUILD=build/checked OPT='-O1 -g' HARDEN= EXTRA='$(SANITIZE)' tests all

# The same without sanitizers, in build/valgrind; "VARIANT=valgrind tests/run" runs them in it.
.PHONY: valgrind
valgrind:
	@$(MAKE) --no-print-directory BUILD=build/valgrind OPT='-O1 -g' tests all

# The same with counters of the lines that run, in build/counted; tests/trust/coverage reads them.
.PHONY: counted
counted:
	@$(MAKE) --no-print-directory BUILD=build/counted CC=clang-14 CXX=clang++-14 OPT='-O1 -g -mllvm -runtime-counter-relocation' WARN='-Wall -Wextra' \
		WARNXX='-Wall -Wextra' HARDEN= EXTRA='-fprofile-instr-generate -fcoverage-mapping' tests all

# One program for each file of fuzzers; tests/fuzz/run builds them with clang.
FUZZERS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/*_fuzz.c))
.PHONY: fuzzers
fuzzers: $(FUZZERS)

$(FUZZERS): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/tests/fuzz/fuzz.o $(ARCHIVE)
	@echo "  LD $@"; $(CXX) $(LDFLAGS) -fsanitize=fuzzer -o $@ $< $(BUILD)/tests/fuzz/fuzz.o $(READING_PART) $(ARCHIVE) $(LDLIBS)

# Tests and fuzzers of the program that reads pictures link its objects.
OF_READING := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/picture/*_test.c) tests/fuzz/exif_fuzz.c tests/fuzz/picture_fuzz.c)
$(OF_READING): $(filter $(BUILD)/cgi-src/picture/%,$(READING))
$(OF_READING): READING_PART = $(filter $(BUILD)/cgi-src/picture/%,$(READING)) $(READING_LIBS)

# The files that the program reads at its start, in one folder.
$(SHARE)/.templates: $(shell find templates -name "*.tpl")
	@mkdir -p $(SHARE) && rm -rf $(SHARE)/templates && cp -r templates $(SHARE)/templates
	@touch $@

$(SHARE)/assets: tools/stage-static $(wildcard static/*)
	@tools/stage-static static $(SHARE)

# The parameters of each page, in the form that nginx reads.
$(SHARE)/nginx/queries.map: $(PROGRAM)
	@mkdir -p $(@D) && LLVM_PROFILE_FILE=/dev/null $(PROGRAM) nginx-queries >$@

$(SHARE)/locale/%.mo: locale/%.po
	@mkdir -p $(@D) && msgfmt -c -o $@ $<

# The guides for editors, for the help of the desk: without their pictures.
$(SHARE)/help/%.md: docs/editors/%.md
	@mkdir -p $(@D) && sed '/^!\[/d' $< >$@

run:
	@tools/run ports
	@tools/install-packages $(PACKAGES)
	@$(MAKE) --no-print-directory all
	@tools/run

# On a machine with systemd, Debian's PostgreSQL and nginx; DESTDIR= for a package. docs/operate.md
# has the next steps.
UNITS := $(DESTDIR)/usr/lib/systemd/system
LIB   := $(DESTDIR)/usr/lib/benelux-plus
# By IPv6, too, where this machine has it: elsewhere nginx would not start with it.
ALSO_LISTEN ?= $(shell grep -qs . /proc/net/if_inet6 && echo 'listen [::]:$(or $(LISTEN),80) default_server backlog=4096 rcvbuf=128k;')
NGINX = LISTEN=$(or $(LISTEN),80) ALSO_LISTEN='$(ALSO_LISTEN)' \
	BENELUX_SITE_URL=$(or $(BENELUX_SITE_URL),http://127.0.0.1) RUN=/var/cache/benelux-plus SHARE=/usr/share/benelux-plus HEADERS=/usr/lib/benelux-plus/headers.conf RATE=$(or $(RATE),100) \
	ACCESS_LOG=/var/log/nginx/benelux-plus.log APPLICATION='server unix:/run/benelux-plus/visitor.sock max_fails=0;' \
	DESK='server unix:/run/benelux-plus/desk.sock max_fails=0;' METRICS=$(or $(METRICS),127.0.0.1:9080) MEASURED=/var/lib/benelux-plus/metrics \
	PLACES='/metrics/app/1 unix:/run/benelux-plus/visitor.sock; /metrics/desk/1 unix:/run/benelux-plus/desk.sock;'
install: all
	install -D -m 755 $(PROGRAM) $(DESTDIR)/usr/bin/benelux-plus
	install -D -m 755 $(READER) $(DESTDIR)/usr/bin/benelux-plus-picture
	install -d $(LIB) $(UNITS) $(DESTDIR)/usr/share/benelux-plus/errors $(DESTDIR)/etc/benelux-plus $(DESTDIR)/etc/nginx/conf.d
	cp -r $(SHARE)/. $(DESTDIR)/usr/share/benelux-plus/
	BENELUX_SHARE=$(SHARE) $(PROGRAM) error-pages $(DESTDIR)/usr/share/benelux-plus/errors
	rm -rf $(LIB)/migrations $(LIB)/content
	cp -r migrations content tools/setup tools/serve tools/prepare tools/backup tools/restore tools/offsite tools/warm-cache nginx/headers.conf $(LIB)/
	printf 'WARM_FROM=http://127.0.0.1:%s\n' '$(or $(LISTEN),80)' >$(DESTDIR)/etc/benelux-plus/settings.warm
	install -m 644 systemd/*.service systemd/*.socket systemd/*.timer $(UNITS)/
	install -D -m 644 systemd/sysusers.conf $(DESTDIR)/usr/lib/sysusers.d/benelux-plus.conf
	install -D -m 644 systemd/tmpfiles.conf $(DESTDIR)/usr/lib/tmpfiles.d/benelux-plus.conf
	printf 'PROGRAM=desk\nBENELUX_CHILDREN=2\nBENELUX_DATABASE_TIMEOUT_MS=8000\n' >$(DESTDIR)/etc/benelux-plus/settings.desk
	env $(NGINX) tools/fill-in nginx/site.conf.template >$(DESTDIR)/etc/nginx/conf.d/benelux-plus.conf
	chmod -R a+rX $(DESTDIR)/usr/share/benelux-plus $(LIB)

test:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@tests/run

# On an existing container engine, as root.
test-compose:
	@tools/install-packages tools/packages.test
	@tests/compose/run
	@tests/compose/run 2

# Rare and long procedures.
test-release:
	@tools/install-packages tools/packages.test
	@tests/compose/release
	@tests/compose/release 2

test-install:
	@tests/install/run

lint:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@tools/lint

format:
	@tests/support/node-modules
	@clang-format-14 -i $(shell find cgi-src tests -name "*.[ch]" -o -name "*.cc")
	@tests/e2e/node_modules/.bin/prettier --log-level warn --write $$(git ls-files "*.js" "*.mjs" | grep -v ^static/)

bench:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@$(MAKE) --no-print-directory all
	@tests/bench/run

# Each fuzzer for SECONDS.
SECONDS ?= 60
fuzz:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@tests/fuzz/run $(SECONDS)

# An editor saves while processes are killed.
KILLS ?= 300
crash:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@$(MAKE) --no-print-directory all
	@tests/support/with-ports tests/crash/run.mjs $(KILLS)

# Attacks, and faults under load; prints the tables of docs/trust.md.
trust:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@$(MAKE) --no-print-directory all
	@tests/support/node-modules >/dev/null
	@tests/support/with-ports tests/trust/run.mjs

# The share of the program's lines that all suites run.
coverage:
	@tools/install-packages $(PACKAGES) tools/packages.test
	@tests/trust/coverage

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
