# SPDX-License-Identifier: EUPL-1.2
"""Measures the programs that tests/bench/run has started, and prints the tables; ends with 1 when
an aim is missed. The environment says where everything is."""
import http.client, json, os, re, statistics, subprocess, sys, time
from urllib.parse import urlencode

env = os.environ
ROUNDS, EACH = int(env['ROUNDS']), env['EACH']
SITE, PATH, OTHER = env['SITE'], env['PAGE_PATH'], env['OTHER']
PLACE, STATE, MANY = env['PLACE'], env['STATE'], env['MANY']  # MANY is empty without growth
FEW_PORT, MANY_PORT = env['FEW_PORT'], env['MANY_PORT']
GZIP = 'Accept-Encoding: gzip'
missed = []


# ---- Tools ----

def wrk(url, *more, clients=32, **variables):
    """The output of wrk; a failed request ends the run. Before that, the logs of earlier runs are
    written to the disk."""
    os.sync()
    command = ['wrk', f'-t{min(clients, 2)}', f'-c{clients}', f'-d{EACH}s', *more, url]
    out = subprocess.run(command, capture_output=True, text=True, check=True,
                         env={**env, **variables}).stdout
    if 'Non-2xx' in out or 'Socket errors' in out:
        sys.exit(f'requests failed: {url}\n{out}')
    return out


def load(url, *headers, clients=32):
    """Requests a second, and their number."""
    out = wrk(url, *sum((['-H', header] for header in headers), []), clients=clients)
    return (float(re.search(r'Requests/sec:\s+([\d.]+)', out)[1]),
            int(re.search(r'(\d+) requests in', out)[1]))


def percentile(paths, port):
    """Milliseconds within which 99 of 100 requests are answered, two at a time."""
    out = wrk(f'http://127.0.0.1:{port}', '--latency', '-s', 'tests/bench/paths.lua', clients=2,
              PATHS=paths)
    number, unit = re.search(r'99%\s+([\d.]+)(us|ms|s)', out).groups()
    return float(number) * {'us': 0.001, 'ms': 1, 's': 1000}[unit]


def children(pid):
    return subprocess.run(['pgrep', '-P', pid], capture_output=True, text=True).stdout.split()


def processor_seconds():
    """The seconds of all processes of this machine, between two runs of wrk."""
    with open('/proc/stat') as stat:
        user, nice, system, _, _, irq, softirq = map(int, stat.readline().split()[1:8])
    return (user + nice + system + irq + softirq) / os.sysconf('SC_CLK_TCK')


def in_turn(items, turn):
    """Forwards and backwards by turns, so that nothing always runs after the same."""
    return list(items)[::-1 if turn % 2 else 1]


def ratio(values, over, under):
    pairs = sorted(a / b for a, b in zip(values[over], values[under]))
    return statistics.median(pairs), pairs[0], pairs[-1]


def at(times, share):
    """The time within which this share of them lies, such as 0.99."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def row(name, value, bound, met):
    print(f'| {name} | {value} | {bound} | {"yes" if met else "no"} |', flush=True)
    if not met:
        missed.append(name)


# ---- Speed ----

TARGETS = {
    'file': (f'{SITE}/static/page.html', GZIP),
    'cached': (f'{SITE}{PATH}', GZIP),
    'minimal': (f'{OTHER}/minimal',),
    'unchanged': (f'{OTHER}/unchanged',),
    'anew': (f'{OTHER}/anew',),
    'compressed': (f'{OTHER}/compressed',),
}


def measure_speed():
    """Requests a second, and microseconds of processor time for each, of each target."""
    speed, work = ({name: [] for name in TARGETS} for _ in range(2))
    for url, *_ in TARGETS.values():
        subprocess.run(['wrk', '-t1', '-c8', '-d1s', url], capture_output=True)
    for turn in range(ROUNDS):
        for name, target in in_turn(TARGETS.items(), turn):
            before = processor_seconds()
            rate, requests = load(*target)
            speed[name].append(rate)
            work[name].append((processor_seconds() - before) / requests * 1e6)
    return speed, work


def print_speed(speed, work):
    sizes = [os.path.getsize(f'{PLACE}/page.html{end}') for end in ('', '.gz')]
    print(f'{os.cpu_count()} processors, {ROUNDS} rounds of {EACH} s, wrk with 32 connections; '
          f'page of {sizes[0]} bytes, {sizes[1]} compressed; medians, with the least and the most '
          'of the rounds\n')
    for name in TARGETS:
        print(f'    {name:<10} {statistics.median(speed[name]):>8.0f} requests/s '
              f'{statistics.median(work[name]):>6.0f} µs of processor each')
    print('\n| figure | measured | aim | met |\n|---|---|---|---|')

    def compare(what, values, over, under, aim, most=False):
        value, least, greatest = ratio(values, over, under)
        row(what, f'{value:.2f} ({least:.2f}–{greatest:.2f})', f'{"≤" if most else "≥"} {aim}',
            value <= aim if most else value >= aim)

    compare('cached page ÷ the same bytes from a file', speed, 'cached', 'file', 0.95)
    compare('page past the cache, unchanged ÷ minimal program', speed, 'unchanged', 'minimal', 1)
    compare('the same by processor time', work, 'minimal', 'unchanged', 1)
    compare('page made anew ÷ minimal program', speed, 'anew', 'minimal', 0.45)
    compare('the same by processor time', work, 'minimal', 'anew', 0.45)
    compare('page made anew, compressed ÷ uncompressed, by processor time', work, 'compressed',
            'anew', 1.5, most=True)


# ---- The cost of a page after an unrelated write ----

class Writer:
    """Writes to a database as the desk, and reads pages past the cache."""

    def __init__(self, name, port):
        self.psql = subprocess.Popen(
            ['psql', '-X', '-q', '-At', '-h', f'{STATE}/socket', '-U', 'benelux_desk', '-d', name],
            env={**env, 'PGPASSFILE': f'{STATE}/secrets/desk'}, text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.reader = http.client.HTTPConnection('127.0.0.1', int(port))

    def ask(self, sql):
        self.psql.stdin.write(sql + ';\n')
        return self.psql.stdout.readline().strip()

    def read(self, path):
        self.reader.request('GET', path)
        answer = self.reader.getresponse()
        answer.read()
        return answer.status

    def read_after_a_write(self, path):
        """Microseconds for a page after the state of the site has changed."""
        self.ask('select pg_current_xact_id()')
        time.sleep(0.025)
        begun = time.monotonic()
        if self.read(path) != 200:
            sys.exit(f'not read: {path}')
        return (time.monotonic() - begun) * 1e6


def print_after_a_write():
    """Both programs ask for the rows of the page; one of them has the page of these rows."""
    writer = Writer('benelux', OTHER.rsplit(':', 1)[1])
    times = {'unchanged': [], 'anew': []}
    for turn in range(400):
        for name, taken in in_turn(times.items(), turn):
            taken.append(writer.read_after_a_write(f'/{name}'))
    again, anew = (statistics.median(taken[100:]) for taken in times.values())  # after warming up
    row('page asked again after something else was written ÷ made anew, uncompressed',
        f'{again / anew:.2f} ({again:.0f} ÷ {anew:.0f} µs)', '≤ 0.75', again / anew <= 0.75)


# ---- Where the time of one request goes ----

def logged(since):
    """Medians of the requests in the program's log from the byte SINCE: microseconds in all, and
    in the database."""
    with open(f'{PLACE}/anew.log') as log:
        log.seek(since)
        pairs = re.findall(r'"microseconds":(\d+),.*?"database_microseconds":(\d+)', log.read())
    return [statistics.median(int(pair[column]) for pair in pairs) for column in (0, 1)]


def measure_way():
    """One request at a time: each program does more than the one before it, and takes longer by
    that."""
    names = ('file', 'printing', 'minimal', 'unchanged', 'anew', 'compressed')
    steps, program = {name: [] for name in names}, []
    for turn in range(ROUNDS):
        for name, times in in_turn(steps.items(), turn):
            since = os.path.getsize(f'{PLACE}/anew.log')
            url = TARGETS['file'][0] if name == 'file' else f'{OTHER}/{name}'
            times.append(1e6 / load(url, clients=1)[0])
            if name == 'anew':
                time.sleep(1)
                program.append(logged(since))
    return {name: statistics.median(times) for name, times in steps.items()}, program


def print_way(step, program):
    inside, waiting = (statistics.median(column) for column in zip(*program))
    way = {
        'nginx and the client (a file)': step['file'],
        'FastCGI, to a program and back with a page': step['printing'] - step['file'],
        'questions to the database': waiting,
        'making the page: JSON, Markdown, templates': inside - waiting,
        'compression': step['compressed'] - step['anew'],
        'the rest: log, waking up': step['anew'] - step['printing'] - inside,
    }
    whole = sum(way.values())
    print('\n| of one request for a page made anew | µs | share |\n|---|---|---|')
    for name, value in way.items():
        print(f'| {name} | {value:.0f} | {value / whole * 100:.0f} % |')
    print(f'| all of it | {whole:.0f} | 100 % |')
    print(f'\nOne that is unchanged, uncompressed: {step["unchanged"]:.0f} µs; '
          'the minimal program: '
          f'{step["minimal"]:.0f} µs, of which its question '
          f'{step["minimal"] - step["printing"]:.0f} µs.')


# ---- Saving, memory, start ----

def psql(role, database, *arguments, **more):
    return subprocess.run(
        ['psql', '-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-h', f'{STATE}/socket',
         '-U', f'benelux_{role}', '-d', database, *arguments],
        env={**env, 'PGPASSFILE': f'{STATE}/secrets/{role}'}, capture_output=True, text=True,
        check=True, **more).stdout


def print_saving():
    once, at_each = map(float, psql('owner', 'benelux', '-f', 'tests/bench/saving.sql').split('|'))
    row('saving and publishing an obstacle, composed once ÷ at each statement',
        f'{once / at_each:.2f} ({once:.0f} ÷ {at_each:.0f} ms)', '≤ 0.33', once / at_each <= 0.33)


def memory(parent):
    total = 0
    for pid in [parent, *children(parent)]:
        with open(f'/proc/{pid}/smaps_rollup') as rollup:
            total += int(re.search(r'^Pss:\s+(\d+) kB', rollup.read(), re.M)[1])
    return total / 1024


def start():
    """Milliseconds from starting the program to the end of its first page."""
    socket = f'{PLACE}/start.sock'
    database = (f'host={STATE}/socket dbname=benelux user=benelux_visitor '
                f'passfile={STATE}/secrets/visitor')
    settings = {**env, 'BENELUX_LISTEN': socket, 'BENELUX_SHARE': f'{STATE}/program/share',
                'BENELUX_CHILDREN': '8', 'BENELUX_DATABASE': database}
    request = {'PATH': env['PATH'], 'REQUEST_METHOD': 'GET', 'PATH_INFO': PATH}
    if os.path.exists(socket):
        os.unlink(socket)
    begun = time.monotonic()
    program = subprocess.Popen([f'{STATE}/program/benelux-plus', 'serve'], env=settings,
                               stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        answer = subprocess.run(['cgi-fcgi', '-bind', '-connect', socket], capture_output=True,
                                env=request).stdout
        taken = (time.monotonic() - begun) * 1000
        if re.search(rb'^Status: 200', answer, re.M):
            break
        if taken > 10000:
            sys.exit('the program did not start')
    program.terminate()
    program.wait()
    return taken


def print_memory_and_start():
    value = memory(env['APPLICATION'])
    row('memory of parent and 8 children (PSS)',
        f'{value:.1f} MB; minimal {memory(env["MINIMAL"]):.1f} MB', '≤ 18 MB', value <= 18)
    starts = sorted(start() for _ in range(7))
    value = statistics.median(starts)
    row('start to first answer', f'{value:.0f} ms ({starts[0]:.0f}–{starts[-1]:.0f})', '≤ 50 ms',
        value <= 50)


# ---- Growth ----

KINDS = {'list': 1.5, 'detail': 1.5, 'search': 3, 'register': 1.5, 'obstacle': 1.5, 'words': 3}


def print_growth():
    ports = {'few': FEW_PORT, 'many': MANY_PORT}
    growth = {kind: {name: [] for name in ports} for kind in KINDS}
    for turn in range(ROUNDS + 1):
        for kind, sites in in_turn(growth.items(), turn):
            for name, times in in_turn(sites.items(), turn):
                times.append(percentile(f'{PLACE}/{name}.{kind}', ports[name]))
    for kind, most in KINDS.items():
        few, many = growth[kind]['few'][1:], growth[kind]['many'][1:]  # the first warms up
        value, least, greatest = ratio({'few': few, 'many': many}, 'many', 'few')
        row(f'{kind}: p99 at {MANY} ÷ at 100',
            f'{value:.2f} ({least:.2f}–{greatest:.2f}); '
            f'{statistics.median(many):.1f} ms ÷ {statistics.median(few):.1f} ms',
            f'≤ {most}', value <= most)


class Publisher(Writer):
    """Publishes one obstacle at a time, by the function that the desk's form calls."""

    def publish_and_read(self, number):
        """Milliseconds until a visitor has the new page."""
        form = {'original': 'nl', 'title': f'Gemeten belemmering {number}', 'summary': 'Kort.',
                'field': 'work', 'affects': 'Wie pendelt.', 'border': [{'border': 'be-nl'}],
                'concerned': [{'party': 'LU'}],
                'step': [{'date': '2024-01', 'status': 'reported', 'reason': 'Gemeld.'}]}
        begun = time.monotonic()
        result = self.ask("select result from save_record('obstacle', 'bench', null, "
                          f"'{json.dumps(form)}', '{number:064}', true)")
        while self.read(f'/nl/belemmeringen/gemeten-belemmering-{number}') != 200:
            if result != 'saved' or time.monotonic() - begun > 10:
                sys.exit(f'not published: {result}')
        return (time.monotonic() - begun) * 1000


def print_publishing():
    """The time from publishing until a visitor has the page."""
    writers = {'few': Publisher('few', FEW_PORT), 'many': Publisher('many', MANY_PORT)}
    times = {name: [] for name in writers}
    for number in range(1, 211):
        for name, writer in in_turn(writers.items(), number):
            times[name].append(writer.publish_and_read(number))
    few, many = (at(times[name][10:], 0.99) for name in ('few', 'many'))  # the first warm up
    row(f'from "publish" to the new page: p99 at {MANY} ÷ at 100',
        f'{many / few:.2f}; {many:.0f} ms ÷ {few:.0f} ms', '≤ 1.5', many / few <= 1.5)


class Desk:
    """A desk of the site with MANY records, with an editor who has logged in."""

    def __init__(self, port):
        self.origin = f'http://127.0.0.1:{port}'
        self.connection = http.client.HTTPConnection('127.0.0.1', int(port))
        self.cookie = ''
        token = re.search('name="form_token" value="([0-9a-f]+)"', self.read('/admin/login')[1])[1]
        self.read('/admin/login', urlencode({'form_token': token, 'name': 'bench', 'kept': '',
                                             'password': env['PASSWORD'], 'code': '', 'next': ''}))

    def read(self, path, form=None):
        headers = {'Origin': self.origin, 'Cookie': self.cookie,
                   'Content-Type': 'application/x-www-form-urlencoded'}
        self.connection.request('POST' if form else 'GET', path, form, headers)
        answer = self.connection.getresponse()
        if answer.headers['Set-Cookie']:
            self.cookie = answer.headers['Set-Cookie'].split(';')[0]
        return answer.status, answer.read().decode()

    def milliseconds(self, path):
        """The median of eleven."""
        times = []
        for _ in range(11):
            begun = time.monotonic()
            status, _ = self.read(path)
            times.append((time.monotonic() - begun) * 1000)
            if status != 200:
                sys.exit(f'the desk answers {status}: {path}')
        return statistics.median(times)


def print_desk():
    desk = Desk(env['DESK_PORT'])
    for what, path, most in (
            (f'home of the desk, with its matrix, at {MANY} meetings and obstacles', '/admin/',
             100),
            ('its list of what has a word of frequent use', '/admin/?words=samenwerking', 100),
            ('the form of a meeting with 60 conclusions', '/admin/meetings/made-50', 50)):
        value = desk.milliseconds(path)
        row(what, f'{value:.0f} ms', f'≤ {most} ms', value <= most)


# ---- Load ----

def print_load():
    """A thousand visitors at once, over HTTPS with HTTP/2, read all pages of the sitemap: first
    with an empty cache of nginx, then again."""
    seconds, clients = int(env['LOAD_SECONDS']), 1000
    for name in ('cold', 'warm'):
        times = f'{PLACE}/load.times'
        out = subprocess.run(
            ['h2load', '-t2', f'-c{clients}', '-m1', f'-D{seconds}', '--log-file', times,
             '-H', GZIP, '-i', f'{PLACE}/pages'], capture_output=True, text=True, check=True).stdout
        failed = int(re.search(r'(\d+) failed', out)[1])
        refused = sum(map(int, re.search(r'(\d+) 4xx, (\d+) 5xx', out).groups()))
        with open(times) as lines:
            took = [int(line.split()[2]) / 1000 for line in lines]
        row(f'{clients} connections for {seconds} s, HTTP/2 and TLS, all pages, cache {name}',
            f'{len(took) / seconds:.0f} requests/s; p50 {at(took, 0.5):.0f} ms, '
            f'p99 {at(took, 0.99):.0f} ms; failed {failed + refused}', 'failed 0',
            failed + refused == 0)
        os.unlink(times)


def main():
    speed, work = measure_speed()
    step, program = measure_way()
    print_speed(speed, work)
    print_after_a_write()
    print_saving()
    print_memory_and_start()
    print_load()
    if MANY:
        print_growth()
        print_publishing()
        print_desk()
    print_way(step, program)
    if missed:
        print(f'\nMissed: {"; ".join(missed)}')
    return bool(missed)


sys.exit(main())
