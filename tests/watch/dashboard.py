# SPDX-License-Identifier: EUPL-1.2
"""Whether Prometheus has an answer to every question of the dashboard.

    dashboard.py QUESTIONS SITE     where it answers, and the site that it watches
"""
import json
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

questions_at, site = sys.argv[1:]
visited = ["/nl/", "/nl/", "/nl/nergens", "/favicon.ico", "/fr/reunions", "/admin/login"]


def ask(question):
    question = question.replace("$__rate_interval", "10s")
    address = questions_at + "?" + urllib.parse.urlencode({"query": question})
    return json.load(urllib.request.urlopen(address))["data"]["result"]


def visit():  # so that there is something to see
    for path in visited:
        try:
            urllib.request.urlopen(site + path).read()
        except urllib.error.HTTPError:
            pass


panels = json.load(open("watch/dashboard.json"))["panels"]
questions = [target["expr"] for panel in panels for target in panel["targets"]]
for _ in range(20):
    visit()
    empty = [question for question in questions if not ask(question)]
    if not empty:
        break
    time.sleep(1)
assert not empty, empty
