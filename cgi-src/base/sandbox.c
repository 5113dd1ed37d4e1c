/* SPDX-License-Identifier: EUPL-1.2 */
/* Sandbox: what a process that answers strangers gives up. */
#include "base/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/log.h"

/* Only under the address sanitizer: at the end its search for leaks copies the process, and looks
 * into the copy and at /proc. A rule for the folder of a process there is lost when the kernel
 * forgets the folder and makes it anew, as it does when it is short of memory. */
#ifdef __SANITIZE_ADDRESS__
enum { CHECKED = 1 };
#else
enum { CHECKED = 0 };
#endif

struct sandbox {
    struct sandbox_network network;
    const char *const *readable;
    struct sandbox_offer offer;
    struct sock_filter *code; /* of seccomp */
    unsigned short code_length;
};

/* -------------------------------------------------------------------------------------------------
 * Landlock: files, ports, signals
 *
 * The C library has no calls for it, and the headers of Debian 12 know its second version only.
 * Numbers and the layout are those of include/uapi/linux/landlock.h in Linux 6.12. */

#define ACCESS_FS_TRUNCATE (1ULL << 14)  /* ABI 3 */
#define ACCESS_FS_IOCTL_DEV (1ULL << 15) /* ABI 5 */
#define ACCESS_NET_BIND_TCP (1ULL << 0)  /* ABI 4 */
#define ACCESS_NET_CONNECT_TCP (1ULL << 1)
#define SCOPE_ABSTRACT_UNIX_SOCKET (1ULL << 0) /* ABI 6 */
#define SCOPE_SIGNAL (1ULL << 1)
enum { RULE_NET_PORT = 2 };

struct ruleset {
    uint64_t files, ports, scoped;
};

struct port_rule {
    uint64_t access, port;
};

static int landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return version < 0 ? 0 : (int)version;
}

/* All that changes a file, and starting one. */
static uint64_t files_refused(int version)
{
    uint64_t refused =
        LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
        LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
        LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    if (version >= 2)
        refused |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3)
        refused |= ACCESS_FS_TRUNCATE;
    if (version >= 5)
        refused |= ACCESS_FS_IOCTL_DEV;
    return refused;
}

/* An older kernel takes a shorter structure. */
static size_t ruleset_size(int version)
{
    return version >= 6   ? sizeof(struct ruleset)
           : version >= 4 ? offsetof(struct ruleset, scoped)
                          : offsetof(struct ruleset, ports);
}

static bool allow_ports(int ruleset, const struct sandbox_network *network)
{
    bool allowed = true;
    for (int i = 0; i < network->port_count && allowed; i++) {
        const struct port_rule rule = { .access = ACCESS_NET_CONNECT_TCP,
                                        .port = network->ports[i] };
        allowed = syscall(SYS_landlock_add_rule, ruleset, RULE_NET_PORT, &rule, 0) == 0;
    }
    return allowed;
}

enum { READING = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR };

/* A path that is not there needs no rule. */
static bool allow_reading_of(int ruleset, const char *path)
{
    int file = open(path, O_PATH | O_CLOEXEC);
    struct stat status;
    if (file < 0)
        return true;
    struct landlock_path_beneath_attr rule = { .allowed_access = READING, .parent_fd = file };
    bool known = fstat(file, &status) == 0;
    if (known && !S_ISDIR(status.st_mode))
        rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    bool allowed =
        known && syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    close(file);
    return allowed;
}

static bool allow_paths(int ruleset, const char *const *readable)
{
    bool allowed = true;
    for (; *readable && allowed; readable++)
        allowed = allow_reading_of(ruleset, *readable);
    return allowed && (!CHECKED || allow_reading_of(ruleset, "/proc"));
}

static bool enter_landlock(const struct sandbox *sandbox)
{
    const struct sandbox_network *network = &sandbox->network;
    int version = sandbox->offer.landlock;
    struct ruleset refused = { .files =
                                   files_refused(version) | (sandbox->readable ? READING : 0) };
    if (version >= 4)
        refused.ports = ACCESS_NET_BIND_TCP | (network->any_port ? 0 : ACCESS_NET_CONNECT_TCP);
    if (version >= 6)
        refused.scoped =
            SCOPE_SIGNAL | (network->abstract_sockets ? 0 : SCOPE_ABSTRACT_UNIX_SOCKET);
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &refused, ruleset_size(version), 0);
    if (ruleset < 0)
        return false;
    bool entered = (version < 4 || network->any_port || allow_ports(ruleset, network)) &&
                   (!sandbox->readable || allow_paths(ruleset, sandbox->readable)) &&
                   syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(ruleset);
    return entered;
}

/* -------------------------------------------------------------------------------------------------
 * seccomp: system calls */

/* What the program and its libraries need once they have started, whatever the arguments. Names
 * that an architecture does not have are passed over. */
static const char *const allowed[] = {
    /* what is open */
    "read", "readv", "pread64", "write", "writev", "pwrite64", "lseek", "_llseek", "close", "dup",
    "fcntl", "fcntl64", "poll", "ppoll", "ppoll_time64", "select", "_newselect", "pselect6",
    "pselect6_time64",
    /* files that are looked at */
    "fstat", "fstat64", "stat", "stat64", "lstat", "lstat64", "newfstatat", "fstatat64", "statx",
    "access", "faccessat", "faccessat2", "readlink", "readlinkat", "getdents", "getdents64",
    "getcwd", "fadvise64",
    /* sockets that there are */
    "accept", "accept4", "connect", "getsockname", "getpeername", "getsockopt", "setsockopt",
    "recvfrom", "recvmsg", "shutdown",
    /* memory; executable is another thing: see below */
    "munmap", "mremap", "madvise", "brk", "mlock", "munlock",
    /* time, signals to itself, the end */
    "clock_gettime", "clock_gettime64", "clock_getres", "clock_nanosleep", "clock_nanosleep_time64",
    "nanosleep", "gettimeofday", "time", "times", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
    "sigreturn", "rt_sigtimedwait", "rt_sigtimedwait_time64", "sigaltstack", "restart_syscall",
    "futex", "futex_time64", "set_robust_list", "rseq", "sched_yield", "sched_getaffinity", "exit",
    "exit_group",
    /* what it is */
    "getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getuid32",
    "geteuid32", "getgid32", "getegid32", "getrusage", "getrlimit", "ugetrlimit", "uname",
    "sysinfo", "getcpu", "getrandom"
};

static bool allow(scmp_filter_ctx filter, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int number = seccomp_syscall_resolve_name(names[i]);
        if (number >= 0 && seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) != 0)
            return false;
    }
    return true;
}

/* A call whose argument INDEX has none of the bits of MASK. */
static bool allow_without(scmp_filter_ctx filter, int number, unsigned index, uint64_t mask)
{
    const struct scmp_arg_cmp without = SCMP_CMP(index, SCMP_CMP_MASKED_EQ, mask, 0);
    return number < 0 || seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 1, &without) == 0;
}

static bool allow_value(scmp_filter_ctx filter, int number, unsigned index, uint64_t value)
{
    const struct scmp_arg_cmp equal = SCMP_CMP(index, SCMP_CMP_EQ, value);
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, number, 1, &equal) == 0;
}

/* Bits of open's flags that make it more than reading. */
#define OPEN_WRITES \
    ((uint64_t)(O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY)))

/* openat2 and clone3 have their arguments in memory, where no filter looks: to the C library they
 * are calls that this kernel does not have, and it takes the older ones. */
static bool allow_reading(scmp_filter_ctx filter)
{
    return allow_without(filter, SCMP_SYS(open), 1, OPEN_WRITES) &&
           allow_without(filter, SCMP_SYS(openat), 2, OPEN_WRITES) &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(openat2), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
}

/* Nothing becomes executable; modules for resolving names are loaded where names are resolved. */
static bool allow_memory(scmp_filter_ctx filter, const struct sandbox_network *network)
{
    uint64_t refused = network->resolves ? 0 : PROT_EXEC;
    return allow_without(filter, SCMP_SYS(mmap), 2, refused) &&
           allow_without(filter, SCMP_SYS(mprotect), 2, refused);
}

static bool allow_socket(scmp_filter_ctx filter, int domain, int type)
{
    const struct scmp_arg_cmp kind[] = {
        SCMP_CMP(0, SCMP_CMP_EQ, (uint64_t)domain),
        SCMP_CMP(1, SCMP_CMP_MASKED_EQ, ~(uint64_t)(SOCK_CLOEXEC | SOCK_NONBLOCK), (uint64_t)type),
        SCMP_CMP(2, SCMP_CMP_EQ, 0)
    };
    /* A stream of the usual protocol: Landlock knows no ports of others. */
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(socket),
                                  type == SOCK_STREAM ? 3 : 2, kind) == 0;
}

/* Sending does not connect: Landlock would not see where to. */
static bool allow_sending(scmp_filter_ctx filter)
{
    return allow_without(filter, SCMP_SYS(sendto), 3, MSG_FASTOPEN) &&
           allow_without(filter, SCMP_SYS(sendmsg), 2, MSG_FASTOPEN);
}

static bool allow_sockets(scmp_filter_ctx filter, const struct sandbox_network *network)
{
    static const char *const asking[] = { "bind", "sendmmsg", "recvmmsg", "recvmmsg_time64" };
    bool tcp = network->any_port || network->port_count > 0 || network->resolves;
    bool done =
        !(network->unix_sockets || network->resolves) || allow_socket(filter, AF_UNIX, SOCK_STREAM);
    if (network->pairs)
        done = done && allow_value(filter, SCMP_SYS(socketpair), 0, AF_UNIX);
    if (tcp)
        done = done && allow_socket(filter, AF_INET, SOCK_STREAM) &&
               allow_socket(filter, AF_INET6, SOCK_STREAM);
    if (network->resolves)
        done = done && allow_socket(filter, AF_INET, SOCK_DGRAM) &&
               allow_socket(filter, AF_INET6, SOCK_DGRAM) &&
               allow_socket(filter, AF_NETLINK, SOCK_RAW) &&
               allow(filter, asking, sizeof asking / sizeof *asking);
    return done;
}

/* Stands in the filter for the process that loads it, and is no number of one. */
#define ITSELF UINT64_C(0x5a5a17e1)

/* What is harmless with one argument only: signals to itself (that of abort), its own limits, the
 * clock of a request, a look at what a descriptor is. */
static bool allow_bounded(scmp_filter_ctx filter)
{
    return allow_value(filter, SCMP_SYS(tgkill), 0, ITSELF) &&
           allow_value(filter, SCMP_SYS(setitimer), 0, ITIMER_PROF) &&
           allow_value(filter, SCMP_SYS(prlimit64), 2, 0) &&
           allow_value(filter, SCMP_SYS(ioctl), 1, TCGETS) &&
           allow_value(filter, SCMP_SYS(ioctl), 1, FIONREAD) &&
           allow_value(filter, SCMP_SYS(ioctl), 1, FIONBIO) &&
           allow_value(filter, SCMP_SYS(prctl), 0, PR_SET_NAME) &&
           allow_value(filter, SCMP_SYS(prctl), 0, PR_SET_VMA);
}

/* Copies share no memory, and have no view of the system of their own. Giving up more harms nobody.
 */
static bool allow_forks(scmp_filter_ctx filter)
{
    static const char *const needed[] = { "fork",
                                          "wait4",
                                          "waitpid",
                                          "setrlimit",
                                          "prlimit64",
                                          "seccomp",
                                          "landlock_create_ruleset",
                                          "landlock_add_rule",
                                          "landlock_restrict_self" };
    const uint64_t more = CLONE_VM | CLONE_PARENT | CLONE_PTRACE | CLONE_NEWNS | CLONE_NEWUSER |
                          CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS |
                          CLONE_NEWCGROUP;
    return allow(filter, needed, sizeof needed / sizeof *needed) &&
           allow_without(filter, SCMP_SYS(clone), 0, more) &&
           allow_value(filter, SCMP_SYS(prctl), 0, PR_SET_NO_NEW_PRIVS) &&
           allow_value(filter, SCMP_SYS(prctl), 0, PR_SET_PDEATHSIG);
}

static bool allow_sanitizers(scmp_filter_ctx filter)
{
    static const char *const needed[] = { "wait4", "prctl", "tgkill", "pipe2", "process_vm_readv" };
    const struct scmp_arg_cmp shares_memory = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_VM, CLONE_VM);
    const struct scmp_arg_cmp attaches = SCMP_A0(SCMP_CMP_NE, PTRACE_TRACEME);
    return !CHECKED ||
           (allow(filter, needed, sizeof needed / sizeof *needed) &&
            seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, &shares_memory) ==
                0 &&
            seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(ptrace), 1, &attaches) == 0);
}

static bool fill_filter(scmp_filter_ctx filter, const struct sandbox_network *network)
{
    seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE,
                     2); /* a binary tree: some comparisons a call rather than a hundred */
    return allow(filter, allowed, sizeof allowed / sizeof *allowed) && allow_reading(filter) &&
           allow_memory(filter, network) && allow_sending(filter) &&
           allow_sockets(filter, network) && allow_bounded(filter) &&
           (!network->forks || allow_forks(filter)) && allow_sanitizers(filter);
}

/* The filter as the kernel takes it; libseccomp gives it to a file only. */
static bool read_code(scmp_filter_ctx filter, struct sandbox *sandbox, struct arena *arena)
{
    int file = memfd_create("filter", MFD_CLOEXEC);
    off_t size = file >= 0 && seccomp_export_bpf(filter, file) == 0 ? lseek(file, 0, SEEK_END) : -1;
    bool whole = false;
    if (size > 0) {
        sandbox->code = arena_raw(arena, (size_t)size);
        sandbox->code_length = (unsigned short)((size_t)size / sizeof *sandbox->code);
        whole = pread(file, sandbox->code, (size_t)size, 0) == size;
    }
    if (file >= 0)
        close(file);
    return whole;
}

static bool make_code(struct sandbox *sandbox, struct arena *arena)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    bool made =
        filter && fill_filter(filter, &sandbox->network) && read_code(filter, sandbox, arena);
    seccomp_release(filter);
    return made;
}

static bool enter_seccomp(const struct sandbox *sandbox)
{
    for (unsigned i = 0; i < sandbox->code_length; i++)
        if (BPF_CLASS(sandbox->code[i].code) == BPF_JMP && sandbox->code[i].k == ITSELF)
            sandbox->code[i].k = (uint32_t)getpid();
    const struct sock_fprog program = { .len = sandbox->code_length, .filter = sandbox->code };
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_LOG, &program) == 0;
}

static bool seccomp_offered(void)
{
    uint32_t action = SECCOMP_RET_ERRNO;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

/* -------------------------------------------------------------------------------------------------
 */

struct sandbox_offer sandbox_offered(void)
{
    return (struct sandbox_offer){ .seccomp = seccomp_offered(), .landlock = landlock_version() };
}

const struct sandbox *sandbox_new(const struct sandbox_network *network,
                                  const char *const *readable, struct arena *arena)
{
    struct sandbox *sandbox = arena_alloc(arena, sizeof *sandbox);
    sandbox->network = *network;
    sandbox->readable = readable;
    sandbox->offer = sandbox_offered();
    if (!sandbox->offer.seccomp || make_code(sandbox, arena))
        return sandbox;
    log_error("cannot build seccomp filter", log_string("detail", strerror(errno)));
    return NULL;
}

bool sandbox_enter(const struct sandbox *sandbox)
{
    const char *missing = NULL;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        missing = "no new privileges";
    else if (sandbox->offer.landlock && !enter_landlock(sandbox))
        missing = "Landlock";
    else if (sandbox->offer.seccomp && !enter_seccomp(sandbox))
        missing = "seccomp";
    if (missing)
        log_error("sandbox self-check failed", log_string("part", missing),
                  log_string("detail", strerror(errno)));
    return !missing;
}
