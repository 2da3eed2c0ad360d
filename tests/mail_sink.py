"""A mail server that takes what it is given, and can be told to misbehave. It listens on this machine."""

import email
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import default


@dataclass
class Sink:
    """What came in, and how to answer: `replies` maps a word ("RCPT", "END" …) to an answer; "" hangs up instead."""

    replies: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0  # seconds between having a mail and saying so
    raw: list[bytes] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    @property
    def mails(self) -> list[EmailMessage]:
        return [email.message_from_bytes(text, policy=default) for text in self.raw]  # type: ignore[misc]


@contextmanager
def mail_sink() -> Iterator[Sink]:
    sink = Sink()

    class Talk(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self._say("220 her")
            while line := self.rfile.readline():
                word = line.split(maxsplit=1)[0].upper().decode()
                reply = sink.replies.get(word, {"DATA": "354 skriv", "QUIT": "221 farvel"}.get(word, "250 ja"))
                if word == "DATA" and reply.startswith("354"):
                    self._say(reply)
                    reply = self._take_text()
                if not reply:
                    return
                self._say(reply)
                if word == "QUIT":
                    return

        def _take_text(self) -> str:
            lines = []
            while (line := self.rfile.readline()) not in (b".\r\n", b""):
                lines.append(line[1:] if line.startswith(b"..") else line)
            if not line:
                return ""  # the sender died within the text: by the rules nothing is delivered
            reply = sink.replies.get("END", "250 taget")
            if reply in ("", "250 taget"):
                sink.raw.append(b"".join(lines))
            time.sleep(sink.pause)
            return reply

        def _say(self, reply: str) -> None:
            with suppress(OSError):  # the sender may be gone
                self.wfile.write(f"{reply}\r\n".encode())

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = allow_reuse_address = True

        def handle_error(self, request: object, client_address: object) -> None:
            """A sender that was killed is no news."""

    with Server(("127.0.0.1", 0), Talk) as server:
        sink.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield sink
        server.shutdown()
