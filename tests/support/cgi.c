/* SPDX-License-Identifier: EUPL-1.2 */
/* CGI: runs the program once as plain CGI and takes its answer apart. */
#include "support/cgi.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buffer.h"

static void run_program(const char *path, const char *const *extra, FILE *output, FILE *log)
{
    setenv("GATEWAY_INTERFACE", "CGI/1.1", 1);
    setenv("REQUEST_METHOD", "GET", 1);
    if (path)
        setenv("PATH_INFO", path, 1);
    for (; extra && *extra; extra++)
        putenv((char *)*extra);
    dup2(fileno(output), STDOUT_FILENO);
    dup2(fileno(log), STDERR_FILENO);
    if (!freopen("/dev/null", "r", stdin))
        _exit(127);
    execl(getenv("TEST_PROGRAM"), "benelux-plus", (char *)NULL);
    _exit(127);
}

static struct buffer read_all(FILE *file, struct arena *arena)
{
    struct buffer buffer = buffer_in(arena);
    char chunk[4096];
    size_t count;
    rewind(file);
    buffer_append(&buffer, "", 0);
    while ((count = fread(chunk, 1, sizeof chunk, file)) > 0)
        buffer_append(&buffer, chunk, count);
    fclose(file);
    return buffer;
}

static void read_log(struct answer *answer)
{
    for (const char *line = answer->log; (line = strchr(line, '\n')); line++)
        answer->log_lines++;
    const char *trips = strstr(answer->log, "\"round_trips\":");
    answer->round_trips = trips ? strtol(trips + 14, NULL, 10) : -1;
}

struct answer cgi_get(struct arena *arena, const char *path, const char *const *extra)
{
    FILE *output = tmpfile(), *log = tmpfile();
    pid_t pid = fork();
    if (pid == 0)
        run_program(path, extra, output, log);
    int status;
    waitpid(pid, &status, 0);

    struct buffer bytes = read_all(output, arena);
    struct answer answer = { .exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1 };
    answer.log = read_all(log, arena).bytes;
    read_log(&answer);
    const char *end = strstr(bytes.bytes, "\r\n\r\n");
    answer.headers =
        end ? arena_copy_bytes(arena, bytes.bytes, (size_t)(end + 2 - bytes.bytes)) : "";
    answer.body = end ? end + 4 : "";
    answer.length = end ? bytes.length - (size_t)(end + 4 - bytes.bytes) : 0;
    answer.status = atoi(answer_header(arena, &answer, "Status"));
    return answer;
}

struct answer cgi(struct arena *arena, const char *path)
{
    return cgi_get(arena, path, NULL);
}

const char *answer_header(struct arena *arena, const struct answer *answer, const char *name)
{
    const char *start = arena_print(arena, "\r\n%s: ", name);
    const char *all = arena_print(arena, "\r\n%s", answer->headers);
    const char *found = strstr(all, start);
    return found ? arena_copy_bytes(arena, found + strlen(start),
                                    strcspn(found + strlen(start), "\r"))
                 : "";
}
