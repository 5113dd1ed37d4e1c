
# SPDX-License-Identifier: EUPL-1.2
"""Measures what tests/bench/run has started, and prints the table."""
import os, re, statistics, subprocess, sys, time

rounds, each, site, path, other, application, minimal = sys.argv[1:8]
place, state, made, few_port, many_port = sys.argv[8:]

def run(*command, **environment):
    return subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, **environment}
    ).stdout

def load(url, *headers, clients=32):
    """Requests a second by wrk; any failure ends the run. What earlier ones left in memory to be
    written, their logs, is written before."""
    os.sync()
    fields = sum((['-H', h] for h in headers), [])
    out = run('wrk', f'-t{min(clients, 2)}', f'-c{clients}', f'-d{each}s', *fields, url)
    if 'Non-2xx' in out or 'Socket errors' in out:
        sys.exit(f'requests failed: {url}\n{out}')
    rate = float(re.search(r'Requests/sec:\s+([\d.]+)', out)[1])
    return rate, int(re.search(r'(\d+) requests in', out)[1])

def percentile(paths, port):
    """Milliseconds within which 99 of 100 requests are answered, two at a time."""
    out = run('wrk', '-t1', '-c2', f'-d{each}s', '--latency', '-s', 'tests/bench/paths.lua',
              f'http://127.0.0.1:{port}', PATHS=paths)
    if 'Non-2xx' in out or 'Socket errors' in out:
        sys.exit(f'requests failed: {paths}\n{out}')
    number, unit = re.search(r'99%\s+([\d.]+)(us|ms|s)', out).groups()
    return float(number) * {'us': 0.001, 'ms': 1, 's': 1000}[unit]

def children(pid):
    return subprocess.run(['pgrep', '-P', pid], capture_output=True, text=True).stdout.split()

def processor_seconds():
    """Of all processes of this machine but wrk, which has ended when this is asked."""
    with open('/proc/stat') as stat:
        user, nice, system, idle, wait, irq, softirq = map(int, stat.readline().split()[1:8])
    return (user + nice + system + irq + softirq) / os.sysconf('SC_CLK_TCK')

targets = {
    'file': (f'{site}/static/page.html', 'Accept-Encoding: gzip'),
    'cached': (f'{site}{path}', 'Accept-Encoding: gzip'),
    'minimal': (f'{other}/minimal',),
    'unchanged': (f'{other}/unchanged',),
    'anew': (f'{other}/anew',),
}
speed = {name: [] for name in targets}
work = {name: [] for name in targets}
for url in targets.values():
    subprocess.run(['wrk', '-t1', '-c8', '-d1s', url[0]], capture_output=True)
def in_turn(items, turn):
    """Forwards and backwards: what runs behind something else is not always behind the same."""
    return list(items)[::-1 if turn % 2 else 1]

for turn in range(int(rounds)):
    for name, target in in_turn(targets.items(), turn):
        before = processor_seconds()
        rate, requests = load(*target)
        speed[name].append(rate)
        work[name].append((processor_seconds() - before) / requests * 1e6)

def logged(since):
    """Medians of what the program says of its requests from the byte SINCE of its log:
    microseconds, and those of the database."""
    with open(f'{place}/anew.log') as log:
        log.seek(since)
        pairs = re.findall(r'"microseconds":(\d+),.*?"database_microseconds":(\d+)', log.read())
    return [statistics.median(int(pair[column]) for pair in pairs) for column in (0, 1)]

# One request at a time: what each of these takes longer than the one before it is what it does
# more.
steps = {name: [] for name in ('file', 'printing', 'minimal', 'unchanged', 'anew', 'compressed')}
program = []
for turn in range(int(rounds)):
    for name, times in in_turn(steps.items(), turn):
        since = os.path.getsize(f'{place}/anew.log')
        url = f'{site}/static/page.html' if name == 'file' else f'{other}/{name}'
        times.append(1e6 / load(url, clients=1)[0])
        if name == 'anew':
            time.sleep(1)
            program.append(logged(since))

def ratio(values, over, under):
    pairs = [a / b for a, b in zip(values[over], values[under])]
    return statistics.median(pairs), min(pairs), max(pairs)

def memory(parent):
    total = 0
    for pid in [parent, *children(parent)]:
        with open(f'/proc/{pid}/smaps_rollup') as rollup:
            total += int(re.search(r'^Pss:\s+(\d+) kB', rollup.read(), re.M)[1])
    return total / 1024

def start():
    """Milliseconds from starting the program to the end of its first page."""
    socket = f'{place}/start.sock'
    database = f'host={state}/socket dbname=benelux user=benelux_visitor'
    environment = dict(
        os.environ, BENELUX_LISTEN=socket, BENELUX_SHARE=f'{state}/program/share',
        BENELUX_CHILDREN='8', BENELUX_DATABASE=f'{database} passfile={state}/secrets/visitor')
    request = {'PATH': os.environ['PATH'], 'REQUEST_METHOD': 'GET',
               'PATH_INFO': '/nl/benelux-plus/penta'}
    if os.path.exists(socket):
        os.unlink(socket)
    begun = time.monotonic()
    program = subprocess.Popen([f'{state}/program/benelux-plus', 'serve'], env=environment,
                               stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        answer = subprocess.run(['cgi-fcgi', '-bind', '-connect', socket], capture_output=True,
                                env=request).stdout
        if re.search(rb'^Status: 200', answer, re.M):
            taken = (time.monotonic() - begun) * 1000
            break
        if time.monotonic() - begun > 10:
            sys.exit('the program did not start')
    program.terminate()
    program.wait()
    return taken

def row(name, value, bound, met):
    print(f'| {name} | {value} | {bound} | {"yes" if met else "no"} |')

def spread(value, least, most):
    return f'{value:.2f} ({least:.2f}–{most:.2f})'

print(f'{os.cpu_count()} processors, {rounds} rounds of {each} s, wrk with 32 connections; '
      f'page of {os.path.getsize(place + "/page.html")} bytes, '
      f'{os.path.getsize(place + "/page.html.gz")} compressed; '
      'medians, with the least and the most of the rounds\n')
for name in targets:
    print(f'    {name:<9} {statistics.median(speed[name]):>8.0f} requests/s '
          f'{statistics.median(work[name]):>6.0f} µs of processor each')
print('\n| figure | measured | aim | met |\n|---|---|---|---|')
value, least, most = ratio(speed, 'cached', 'file')
row('cached page ÷ the same bytes from a file', spread(value, least, most), '≥ 0.85',
    value >= 0.85)
for name, what in (('unchanged', 'page past the cache, unchanged'), ('anew', 'page made anew')):
    value, least, most = ratio(speed, name, 'minimal')
    row(f'{what} ÷ minimal program', spread(value, least, most), '≥ 0.8', value >= 0.8)
    value, least, most = ratio(work, 'minimal', name)
    row('the same by processor time', spread(value, least, most), '≥ 0.8', value >= 0.8)
ports = {'few': few_port, 'many': many_port}
KINDS = {'list': 1.5, 'detail': 1.5, 'search': 3, 'register': 1.5, 'obstacle': 1.5, 'words': 3}
if not made:
    KINDS = {}
growth = {kind: {name: [] for name in ('few', 'many')} for kind in KINDS}
for turn in range(int(rounds) + 1):
    for kind, sites in in_turn(growth.items(), turn):
        for name, times in in_turn(sites.items(), turn):
            times.append(percentile(f'{place}/{name}.{kind}', ports[name]))
for sites in growth.values():
    for times in sites.values():
        del times[0] # while it warms up

saving = run('psql', '-X', '-q', '-At', '-h', f'{state}/socket', '-U', 'benelux_owner',
             '-d', 'benelux', '-f', 'tests/bench/saving.sql',
             PGPASSFILE=f'{state}/secrets/owner')
once, at_each = map(float, saving.split('|'))
row('saving and publishing an obstacle, composed once ÷ at each statement',
    f'{once / at_each:.2f} ({once:.0f} ÷ {at_each:.0f} ms)', '≤ 0.33', once / at_each <= 0.33)
value = memory(application)
row('memory of parent and 8 children (PSS)',
    f'{value:.1f} MB; minimal {memory(minimal):.1f} MB', '≤ 20 MB', value <= 20)
starts = sorted(start() for _ in range(7))
value = statistics.median(starts)
row('start to first answer', f'{value:.0f} ms ({starts[0]:.0f}–{starts[-1]:.0f})', '≤ 200 ms',
    value <= 200)
for kind, most in KINDS.items():
    few, many = growth[kind]['few'], growth[kind]['many']
    ratios = sorted(b / a for a, b in zip(few, many))
    value = statistics.median(ratios)
    row(f'{kind}: p99 at {made} ÷ at 100',
        f'{spread(value, ratios[0], ratios[-1])}; '
        f'{statistics.median(many):.1f} ms ÷ {statistics.median(few):.1f} ms',
        f'≤ {most}', value <= most)

step = {name: statistics.median(times) for name, times in steps.items()}
inside, waiting = (statistics.median(column) for column in zip(*program))
way = {
    'nginx and the client (a file)': step['file'],
    'FastCGI, to a program and back with a page': step['printing'] - step['file'],
    'questions to the database': waiting,
    'making the page: JSON, Markdown, templates': inside - waiting,
    'compression': step['compressed'] - step['anew'],
}
rest = step['anew'] - step['printing'] - inside
print('\n| of one request for a page made anew | µs | share |\n|---|---|---|')
whole = sum(way.values()) + rest
for name, value in [*way.items(), ('the rest: log, waking up', rest)]:
    print(f'| {name} | {value:.0f} | {value / whole * 100:.0f} % |')
print(f'| all of it | {whole:.0f} | 100 % |')
print(f'\nOne that is unchanged, uncompressed: {step["unchanged"]:.0f} µs; '
      f'the minimal program: {step["minimal"]:.0f} µs, '
      f'of which its question {step["minimal"] - step["printing"]:.0f} µs.')
