/* SPDX-License-Identifier: EUPL-1.2 */
/* Each attempt is made in a process of its own that has entered the sandbox. The process returns
 * the error number, or 0. */
#include "support/check.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include "base/password.h"
#include "base/sandbox.h"

static char folder[] = "/tmp/sandbox_test.XXXXXX";
static char old[64], fresh[64], unix_socket[64];
static int permitted, forbidden; /* ports on which somebody listens */

static int listen_on(int family, struct sockaddr *address, socklen_t length)
{
    int listener = socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return bind(listener, address, length) == 0 && listen(listener, 5) == 0 ? listener : -1;
}

static int listen_on_port(int *port)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof address;
    int listener = listen_on(AF_INET, (struct sockaddr *)&address, length);
    getsockname(listener, (struct sockaddr *)&address, &length);
    *port = ntohs(address.sin_port);
    return listener;
}

static int set_up(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(old, sizeof old, "%s/old", folder);
    snprintf(fresh, sizeof fresh, "%s/fresh", folder);
    snprintf(unix_socket, sizeof unix_socket, "%s/socket", folder);
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    snprintf(address.sun_path, sizeof address.sun_path, "%s", unix_socket);
    return mknod(old, S_IFREG | 0600, 0) != 0 || listen_on_port(&permitted) < 0 ||
           listen_on_port(&forbidden) < 0 ||
           listen_on(AF_UNIX, (struct sockaddr *)&address, sizeof address) < 0;
}

static int tear_down(void **state)
{
    (void)state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    return system(command);
}

static const char *const *readable; /* as sandbox_new has it */

/* ATTEMPT returns something below 0 and sets errno when it is refused. */
static int outcome(const struct sandbox_network *network, long (*attempt)(void))
{
    struct arena *arena = arena_new();
    const struct sandbox *sandbox = sandbox_new(network, readable, arena);
    pid_t pid = fork();
    if (pid == 0) {
        if (!sandbox || !sandbox_enter(sandbox))
            _exit(255);
        errno = 0;
        _exit(attempt() < 0 ? (errno ? errno : 254) : 0);
    }
    int status;
    waitpid(pid, &status, 0);
    arena_free(arena);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

static struct sandbox_network tcp(void)
{
    return (struct sandbox_network){ .ports = { (uint16_t)permitted }, .port_count = 1 };
}

static const struct sandbox_network unix_only = { .unix_sockets = true };

static bool is_refusal(int error)
{
    return error == EPERM || error == EACCES || error == ENOSYS;
}

#define assert_refused(ATTEMPT)                                                               \
    do {                                                                                      \
        int error = outcome(&unix_only, ATTEMPT);                                             \
        if (!is_refusal(error))                                                               \
            fail_msg("%s: %s (%d)", #ATTEMPT, error < 0 ? "killed" : strerror(error), error); \
    } while (0)
#define assert_works(ATTEMPT) assert_int_equal(outcome(&unix_only, ATTEMPT), 0)

/* -------------------------------------------------------------------------------------------------
 * Files */

static long open_for_writing(void)
{
    return open(old, O_WRONLY);
}
static long open_for_both(void)
{
    return open(old, O_RDWR);
}
static long open_to_append(void)
{
    return open(old, O_WRONLY | O_APPEND);
}
static long open_new(void)
{
    return open(fresh, O_CREAT | O_RDONLY, 0600);
}
static long open_truncated(void)
{
    return open(old, O_RDONLY | O_TRUNC);
}
static long open_nameless(void)
{
    return open(folder, O_TMPFILE | O_RDWR, 0600);
}
static long open_the_new_way(void)
{
    struct {
        uint64_t flags, mode, resolve;
    } how = { .flags = O_WRONLY };
    return syscall(SYS_openat2, AT_FDCWD, old, &how, sizeof how);
}
static long create(void)
{
    return creat(fresh, 0600);
}
static long make_folder(void)
{
    return mkdir(fresh, 0700);
}
static long make_link(void)
{
    return symlink(old, fresh);
}
static long make_hard_link(void)
{
    return link(old, fresh);
}
static long make_device(void)
{
    return mknod(fresh, S_IFIFO | 0600, 0);
}
static long remove_file(void)
{
    return unlink(old);
}
static long remove_folder(void)
{
    return rmdir(folder);
}
static long rename_file(void)
{
    return rename(old, fresh);
}
static long change_mode(void)
{
    return chmod(old, 0777);
}
static long change_length(void)
{
    return truncate(old, 0);
}
static long change_folder(void)
{
    return chdir("/");
}
static long make_memory_file(void)
{
    return memfd_create("x", 0);
}
static long handle_file(void)
{
    return syscall(SYS_open_by_handle_at, AT_FDCWD, NULL, O_RDONLY);
}
static long read_file(void)
{
    return open(old, O_RDONLY | O_CLOEXEC);
}
static long list_folder(void)
{
    return open(folder, O_RDONLY | O_DIRECTORY);
}
static long write_error(void)
{
    return write(STDERR_FILENO, "", 0);
}
static long read_dictionary(void)
{
    return password_is_weak("administrator") ? 0 : -1;
}
static long read_zone(void)
{
    setenv("TZ", "Europe/Brussels", 1);
    tzset();
    return timezone == -3600 ? 0 : -1;
}

static void no_file_is_written(void **state)
{
    (void)state;
    assert_refused(open_for_writing);
    assert_refused(open_for_both);
    assert_refused(open_to_append);
    assert_refused(open_new);
    assert_refused(open_truncated);
    assert_refused(open_nameless);
    assert_refused(open_the_new_way);
    assert_refused(create);
    assert_refused(make_memory_file);
    assert_refused(handle_file);
}

static void no_file_is_made_changed_or_removed(void **state)
{
    (void)state;
    assert_refused(make_folder);
    assert_refused(make_link);
    assert_refused(make_hard_link);
    assert_refused(make_device);
    assert_refused(remove_file);
    assert_refused(remove_folder);
    assert_refused(rename_file);
    assert_refused(change_mode);
    assert_refused(change_length);
    assert_refused(change_folder);
    assert_int_equal(access(old, F_OK), 0);
    assert_int_not_equal(access(fresh, F_OK), 0);
}

static void files_are_read_and_the_log_is_written(void **state)
{
    (void)state;
    assert_works(read_file);
    assert_works(list_folder);
    assert_works(write_error);
    assert_works(read_dictionary);
    assert_works(read_zone);
}

static char other[80]; /* a file in a folder of its own */
static long read_other(void)
{
    return open(other, O_RDONLY);
}
static long list_other(void)
{
    other[strlen(folder) + strlen("/other")] = '\0';
    return open(other, O_RDONLY | O_DIRECTORY);
}
static long read_other_by_climbing(void)
{
    char path[160];
    snprintf(path, sizeof path, "%s/mine/../other/file", folder);
    return open(path, O_RDONLY);
}

/* One user may run both programs, but neither may read the files of the other. */
static void files_are_read_where_they_may_be_and_nowhere_else(void **state)
{
    (void)state;
    if (!sandbox_offered().landlock)
        skip();
    char mine[64];
    snprintf(mine, sizeof mine, "%s/mine", folder);
    snprintf(other, sizeof other, "%s/other", folder);
    assert_int_equal(mkdir(mine, 0700) | mkdir(other, 0700), 0);
    snprintf(other, sizeof other, "%s/other/file", folder);
    assert_int_equal(mknod(other, S_IFREG | 0600, 0), 0);
    const char *const paths[] = { "/usr",          "/etc", "/var/cache/cracklib", mine, old,
                                  "/no/such/path", NULL };
    readable = paths;
    assert_works(read_file);
    assert_works(read_dictionary);
    assert_works(read_zone);
    assert_refused(read_other);
    assert_refused(list_other);
    assert_refused(read_other_by_climbing);
    assert_refused(list_folder);
    assert_refused(open_for_writing);
    readable = NULL;
    assert_works(read_other);
}

/* -------------------------------------------------------------------------------------------------
 * Programs and processes */

static long start_program(void)
{
    return execl("/bin/true", "true", (char *)NULL);
}
static long start_program_at(void)
{
    return syscall(SYS_execveat, AT_FDCWD, "/bin/true", NULL, NULL, 0);
}
static long start_process(void)
{
    pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    return pid;
}
static long start_process_the_new_way(void)
{
    uint64_t how[11] = { [4] = SIGCHLD };
    long pid = syscall(SYS_clone3, how, sizeof how);
    if (pid == 0)
        _exit(0);
    return pid;
}
static long be_traced(void)
{
    return ptrace(PTRACE_TRACEME, 0, NULL, NULL);
}
static long look_into_another(void)
{
    return syscall(SYS_process_vm_writev, getppid(), NULL, 0, NULL, 0, 0);
}
static long signal_another(void)
{
    return kill(getppid(), SIGCONT);
}
static long signal_another_thread(void)
{
    return syscall(SYS_tgkill, getppid(), getppid(), SIGCONT);
}
static long make_executable(void)
{
    return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
               ? -1
               : 0;
}
static long make_executable_later(void)
{
    void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? 0 : mprotect(memory, 4096, PROT_READ | PROT_EXEC);
}
static long change_user(void)
{
    return setuid(0);
}
static long change_group(void)
{
    return setgid(0);
}
static long change_root(void)
{
    return chroot("/");
}
static long leave_namespace(void)
{
    return unshare(CLONE_NEWUSER);
}
static long load_filter(void)
{
    return syscall(SYS_bpf, 0, NULL, 0);
}
static long queue_calls(void)
{
    return syscall(SYS_io_uring_setup, 1, NULL);
}
static long raise_limit(void)
{
    return setrlimit(RLIMIT_NOFILE, &(struct rlimit){ 1024, 1024 });
}
static long read_limit(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_NOFILE, &limit);
}
static long be_alone(void)
{
    return syscall(SYS_tgkill, getpid(), syscall(SYS_gettid), 0);
}
static long take_memory(void)
{
    char *memory = malloc(64 << 20);
    if (!memory)
        return -1;
    memset(memory, 1, 64 << 20);
    free(memory);
    return 0;
}
static long abort_now(void)
{
    abort();
}

static void no_program_or_process_is_started(void **state)
{
    (void)state;
    assert_refused(start_program);
    assert_refused(start_program_at);
    assert_refused(start_process);
    assert_refused(start_process_the_new_way);
    assert_refused(be_traced);
    assert_refused(look_into_another);
    assert_refused(signal_another);
    assert_refused(make_executable);
    assert_refused(make_executable_later);
}

/* The sanitizers need this call: see base/sandbox.c. Landlock refuses it nevertheless, if it knows
 * signals. */
static void no_thread_of_another_process_gets_a_signal(void **state)
{
    (void)state;
    if (sandbox_offered().landlock < 6)
        skip();
    assert_refused(signal_another_thread);
}

static void rights_and_the_kernel_are_out_of_reach(void **state)
{
    (void)state;
    assert_refused(change_user);
    assert_refused(change_group);
    assert_refused(change_root);
    assert_refused(leave_namespace);
    assert_refused(load_filter);
    assert_refused(queue_calls);
    assert_refused(raise_limit);
}

static void a_process_lives_and_dies(void **state)
{
    (void)state;
    assert_works(read_limit);
    assert_works(be_alone);
    assert_works(take_memory);
    assert_int_equal(outcome(&unix_only, abort_now), -SIGABRT);
}

/* Whether the sanitizers find leaks in the sandbox. Their search copies the process and looks into
 * the copy. */
#ifdef __SANITIZE_ADDRESS__
static long find_what_is_lost(void)
{
    void *volatile bytes = NULL;
    for (int i = 0; i < 100; i++) /* a register or an old frame may still hold one address, which
                                     then does not count as lost */
        bytes = malloc(77);
    bytes = NULL;
    close(STDERR_FILENO); /* the report */
    return !bytes && __lsan_do_recoverable_leak_check() ? 0 : -1;
}

static void leaks_are_found(void **state)
{
    (void)state;
    assert_works(find_what_is_lost);
    const char *const paths[] = { "/usr", NULL };
    readable = paths;
    assert_works(find_what_is_lost);
    readable = NULL;
}
#endif

/* -------------------------------------------------------------------------------------------------
 * Sockets */

static long connect_to(int port, int protocol)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
                                   .sin_port = htons((uint16_t)port) };
    int one = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol);
    if (one < 0)
        return -1;
    if (connect(one, (struct sockaddr *)&address, sizeof address) != 0 && errno != EINPROGRESS)
        return -1;
    struct pollfd ready = { .fd = one, .events = POLLOUT };
    return poll(&ready, 1, 1000) == 1 ? 0 : -1;
}

static long connect_permitted(void)
{
    return connect_to(permitted, 0);
}
static long connect_forbidden(void)
{
    return connect_to(forbidden, 0);
}
static long connect_by_another_protocol(void)
{
    return connect_to(forbidden, 262 /* IPPROTO_MPTCP */);
}
static long connect_by_sending(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET,
                                   .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
                                   .sin_port = htons((uint16_t)forbidden) };
    int one = socket(AF_INET, SOCK_STREAM, 0);
    return one < 0 ? 0
                   : sendto(one, "x", 1, MSG_FASTOPEN, (struct sockaddr *)&address, sizeof address);
}
static long bind_port(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET };
    int one = socket(AF_INET, SOCK_STREAM, 0);
    return one < 0 ? 0 : bind(one, (struct sockaddr *)&address, sizeof address);
}
static long connect_unix(void)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    snprintf(address.sun_path, sizeof address.sun_path, "%s", unix_socket);
    int one = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    return one < 0 ? -1 : connect(one, (struct sockaddr *)&address, sizeof address);
}
static long connect_abstract(void)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    memcpy(address.sun_path + 1, folder, sizeof folder);
    int one = socket(AF_UNIX, SOCK_STREAM, 0);
    return one < 0 ? 0 : connect(one, (struct sockaddr *)&address, sizeof address);
}
static long datagrams(void)
{
    return socket(AF_INET, SOCK_DGRAM, 0);
}
static long datagrams_6(void)
{
    return socket(AF_INET6, SOCK_DGRAM, 0);
}
static long unix_datagrams(void)
{
    return socket(AF_UNIX, SOCK_DGRAM, 0);
}
static long stream_6(void)
{
    return socket(AF_INET6, SOCK_STREAM, 0);
}
static long raw(void)
{
    return socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
}
static long netlink(void)
{
    return socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
}
static long packets(void)
{
    return socket(AF_PACKET, SOCK_RAW, 0);
}
static long pair(void)
{
    int two[2];
    return socketpair(AF_UNIX, SOCK_STREAM, 0, two);
}

static void behind_a_unix_socket_there_is_no_network(void **state)
{
    (void)state;
    assert_works(connect_unix);
    assert_refused(connect_permitted);
    assert_refused(stream_6);
    assert_refused(datagrams);
    assert_refused(datagrams_6);
    assert_refused(unix_datagrams);
    assert_refused(raw);
    assert_refused(netlink);
    assert_refused(packets);
    assert_refused(pair);
}

static void sockets_without_a_file_are_out_of_reach(void **state)
{
    (void)state;
    if (sandbox_offered().landlock < 6)
        skip();
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    memcpy(address.sun_path + 1, folder, sizeof folder);
    int listener = listen_on(AF_UNIX, (struct sockaddr *)&address, sizeof address);
    assert_true(listener >= 0);
    assert_refused(connect_abstract);
    assert_int_equal(
        outcome(&(struct sandbox_network){ .unix_sockets = true, .abstract_sockets = true },
                connect_abstract),
        0);
    close(listener);
}

static void on_a_network_there_is_the_database_and_nothing_else(void **state)
{
    (void)state;
    struct sandbox_network network = tcp();
    assert_int_equal(outcome(&network, connect_permitted), 0);
    assert_int_equal(outcome(&network, connect_unix), EPERM);
    assert_int_equal(outcome(&network, datagrams), EPERM);
    assert_int_equal(outcome(&network, netlink), EPERM);
    assert_int_equal(outcome(&network, connect_by_another_protocol), EPERM);
    assert_int_equal(outcome(&network, connect_by_sending), EPERM);
    assert_int_equal(outcome(&network, bind_port), EPERM);
    if (sandbox_offered().landlock >= SANDBOX_LANDLOCK_PORTS)
        assert_int_equal(outcome(&network, connect_forbidden), EACCES);
}

static void the_resolver_can_ask_and_do_nothing_else(void **state)
{
    (void)state;
    const struct sandbox_network network = { .resolves = true, .any_port = true };
    assert_int_equal(outcome(&network, datagrams), 0);
    assert_int_equal(outcome(&network, netlink), 0);
    assert_int_equal(outcome(&network, raw), EPERM);
    assert_true(is_refusal(outcome(&network, open_for_writing)));
    assert_true(is_refusal(outcome(&network, start_program)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_file_is_written),
        cmocka_unit_test(no_file_is_made_changed_or_removed),
        cmocka_unit_test(files_are_read_and_the_log_is_written),
        cmocka_unit_test(files_are_read_where_they_may_be_and_nowhere_else),
        cmocka_unit_test(no_program_or_process_is_started),
        cmocka_unit_test(no_thread_of_another_process_gets_a_signal),
        cmocka_unit_test(rights_and_the_kernel_are_out_of_reach),
        cmocka_unit_test(a_process_lives_and_dies),
#ifdef __SANITIZE_ADDRESS__
        cmocka_unit_test(leaks_are_found),
#endif
        cmocka_unit_test(behind_a_unix_socket_there_is_no_network),
        cmocka_unit_test(sockets_without_a_file_are_out_of_reach),
        cmocka_unit_test(on_a_network_there_is_the_database_and_nothing_else),
        cmocka_unit_test(the_resolver_can_ask_and_do_nothing_else),
    };
    return cmocka_run_group_tests_name("sandbox", tests, set_up, tear_down);
}
