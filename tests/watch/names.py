# SPDX-License-Identifier: EUPL-1.2
"""Checks that alerts and dashboard use existing metrics, and that every alert has a test.

    names.py FILE...     metrics in Prometheus' format
"""
import json
import re
import sys


def read(path):
    return open(path).read()


types = {}
for path in sys.argv[1:]:
    types |= dict(re.findall(r"^# TYPE (\S+) (\S+)$", read(path), re.M))
scripts = read("tools/measure") + read("tools/offsite")
measured = set(re.findall(r"gauge (benelux_plus_\w+)", scripts))
measured.add("benelux_plus_last_offsite_copy_timestamp_seconds")
histograms = {
    name + end
    for name, kind in types.items()
    if kind == "histogram"
    for end in ("_bucket", "_sum", "_count")
}
exported = {"up"} | measured | set(types) | histograms

alerts, dashboard = read("watch/alerts.yml"), json.loads(read("watch/dashboard.json"))
panels = dashboard["panels"]
expressions = [target["expr"] for panel in panels for target in panel["targets"]]
assert len(expressions) >= 20 and dashboard["schemaVersion"] >= 36
assert len({panel["id"] for panel in panels}) == len(panels)

named = set()
for text in [alerts, *expressions]:
    named |= set(re.findall(r"\b(?:benelux_plus|process)_[a-z_]+|\bup(?=\{)", text))
assert len(named) >= 12 and named <= exported, named - exported
unwatched = {
    name
    for name in exported - named
    if name.startswith("benelux_plus") and not name.endswith("_seconds")
}
assert unwatched <= {
    "benelux_plus_nginx_bytes_total",
    "benelux_plus_nginx_request_duration_seconds_sum",
    "benelux_plus_nginx_request_duration_seconds_count",
}, unwatched

tests = read("tests/watch/alerts_test.yml") + read("tests/watch/upkeep_test.yml")
for alert in re.findall(r"- alert: (\w+)", alerts):
    assert re.search(r'alertname(: |=")' + alert, tests), alert
