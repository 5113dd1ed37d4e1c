# SPDX-License-Identifier: EUPL-1.2
"""Receives alerts: writes those that come by webhook and by mail to files.

    hook.py ADDRESS HOOK_PORT MAIL_PORT FOLDER
"""
import asyncore
import http.server
import smtpd
import sys
import threading

address, hook, mail, folder = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        with open(f"{folder}/hook", "ab") as file:
            file.write(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()


class Mail(smtpd.SMTPServer):
    def process_message(self, peer, sender, receivers, message, **_):
        with open(f"{folder}/mail", "ab") as file:
            file.write(message)


server = http.server.HTTPServer((address, hook), Hook)
threading.Thread(target=server.serve_forever, daemon=True).start()
Mail((address, mail), None)
asyncore.loop()
