/* SPDX-License-Identifier: EUPL-1.2 */
/* Minimal: the least that a prefork FastCGI program can do for a page from PostgreSQL, as a measure
 * for the real one.
 *
 *   minimal SOCKET CHILDREN PAGE [asks]
 *
 * Each request prints the bytes of the file PAGE, the answer of the real program. With "asks" it
 * runs one prepared query before (title and content of the Dutch page on PENTA, by key); libpq's
 * environment says where.
 */
#include <fcgiapp.h>
#include <libpq-fe.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

static const char query[] =
    "select title, content from visitor.page where key = $1 and for_language = 'nl'";

static void die(const char *what)
{
    fprintf(stderr, "minimal: %s\n", what);
    exit(EXIT_FAILURE);
}

static char *read_page(const char *path, size_t *length)
{
    struct stat status;
    FILE *file = fopen(path, "rb");
    if (!file || fstat(fileno(file), &status) != 0)
        die("cannot read the page");
    char *page = malloc((size_t)status.st_size + 1);
    *length = page ? fread(page, 1, (size_t)status.st_size, file) : 0;
    fclose(file);
    if (!*length)
        die("empty page");
    page[*length] = '\0';
    return page;
}

static PGconn *prepare(void)
{
    PGconn *connection = PQconnectdb("");
    PGresult *prepared = PQprepare(connection, "page", query, 1, NULL);
    if (PQresultStatus(prepared) != PGRES_COMMAND_OK)
        die(PQerrorMessage(connection));
    PQclear(prepared);
    return connection;
}

static void ask(PGconn *connection)
{
    const char *key = "penta";
    PGresult *result = PQexecPrepared(connection, "page", 1, &key, NULL, NULL, 0);
    if (PQntuples(result) != 1)
        die("the query found nothing");
    PQclear(result);
}

static void serve(int listener, const char *page, size_t length, PGconn *connection)
{
    FCGX_Request request;
    FCGX_Init();
    FCGX_InitRequest(&request, listener, 0);
    while (FCGX_Accept_r(&request) == 0) {
        if (connection)
            ask(connection);
        FCGX_FPrintF(request.out,
                     "Content-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n",
                     (int)length);
        FCGX_PutStr(page, (int)length, request.out);
        FCGX_Finish_r(&request);
    }
}

int main(int count, char **arguments)
{
    if (count != 4 && count != 5)
        die("usage: minimal SOCKET CHILDREN PAGE [asks]");
    size_t length;
    const char *page = read_page(arguments[3], &length);
    umask(0);
    int listener = FCGX_OpenSocket(arguments[1], 1024);
    for (int child = 0; child < atoi(arguments[2]); child++)
        if (fork() == 0) {
            prctl(PR_SET_PDEATHSIG, SIGTERM);
            serve(listener, page, length, count == 5 ? prepare() : NULL);
            return EXIT_SUCCESS;
        }
    pause();
    return EXIT_SUCCESS;
}
