"""The twin of a mail server: SMTP on this machine, in a process of its own, that keeps what it took in a ledger.

``python -m lienthong.channels.contrib.mail.twin LEDGER`` prints its port and serves until it is ended. What it does is
said by the letters before the first hyphen of an address: ``busy-a@…`` 451, ``gone-a@…`` 550 after RCPT; ``full-…``
452 and ``spam-…`` 554 after DATA; ``drop-…`` takes the letter and hangs up without an answer.

Facts, with source, date and confidence:
- A 4yz answer may be tried again, a 5yz may not (RFC 5321, 4.2.1; 2008-10; certain).
- After the end of DATA without an answer nobody knows whether it was taken (RFC 5321, 4.5.3.2.6 and 6.1; certain).
- A server takes the same letter again as a new one; Message-ID is no key (RFC 5321, 6.1; certain).
- Gmail and Yahoo ask bulk senders for one-click unsubscribe and 5,000 a day as the line (their pages of 2024; likely).
"""

from __future__ import annotations

import argparse
import json
import socketserver
import threading
from email import message_from_bytes
from email.policy import default
from pathlib import Path

_AFTER_RCPT = {"busy": "451 try again later", "gone": "550 no such user"}
_AFTER_DATA = {"full": "452 no room now", "spam": "554 not taken"}


class Handler(socketserver.StreamRequestHandler):
    """One connection. One recipient a letter, as our channel sends them."""

    recipient = ""

    def handle(self) -> None:
        self._say("220 twin")
        while line := self.rfile.readline(2000).decode("utf-8", "replace").strip():
            verb = line.split(":")[0].split()[0].upper()
            if verb == "QUIT":
                self._say("221 bye")
                return
            if verb == "DATA":
                if not self._take():
                    return
            elif verb == "RCPT":
                self.recipient = line.split("<", 1)[1].split(">", 1)[0]
                self._say(_AFTER_RCPT.get(self._wish, "250 ok"))
            else:
                self._say("250 ok")

    def _take(self) -> bool:
        """False when the twin hangs up."""
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        if self._wish in _AFTER_DATA:
            self._say(_AFTER_DATA[self._wish])
            return True
        self.server.keep(self.recipient, b"".join(lines))  # type: ignore[attr-defined]
        if self._wish == "drop":
            return False
        self._say("250 taken")
        return True

    @property
    def _wish(self) -> str:
        return self.recipient.split("-")[0]

    def _say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, ledger: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self._ledger = ledger.open("a", encoding="utf-8")
        self._lock = threading.Lock()

    def keep(self, recipient: str, data: bytes) -> None:
        letter = message_from_bytes(data, policy=default)
        body = letter.get_body(("plain",))
        kept = {"to": recipient, "headers": dict(letter.items()), "text": body.get_content() if body else ""}
        with self._lock:
            self._ledger.write(json.dumps(kept, ensure_ascii=False) + "\n")
            self._ledger.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description="The twin of a mail server.")
    parser.add_argument("ledger", type=Path)
    with Server(parser.parse_args().ledger) as server:
        print(server.server_address[1], flush=True)  # noqa: T201 - whoever started it reads its port
        server.serve_forever()


if __name__ == "__main__":
    main()
