"""A real SMTP server for tests: aiosmtpd with STARTTLS, which misbehaves as it is told.

    smtp_server.py CERTIFICATE FOLDER

Prints its port, then reads one mode a line and prints it back once it holds. It ends with its input.

accept     takes every mail
plain      the same, without STARTTLS
refuse     nobody listens
hang       takes the connection and says nothing
451        "later", to every recipient
451-data   "later", to every mail
550        "no such address", to every recipient
554-data   "no", to every mail
drop       takes one mail and closes the connection instead of saying so; then it accepts
hang-data  takes one mail and never says so; then it accepts

Every mail that it takes is in FOLDER: its Message-ID as a line of "received", its text in "last.eml".
"""

import asyncio
import email
import logging
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP

RECIPIENT = {"451": "451 4.3.0 Try again later", "550": "550 5.1.1 No such address"}
CONTENT = {"451-data": "451 4.3.0 Try again later", "554-data": "554 5.6.0 Not taken"}


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.mode = "accept"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode in RECIPIENT:
            return RECIPIENT[self.mode]
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mode = self.mode
        if mode in CONTENT:
            return CONTENT[mode]
        self.keep(envelope.content)
        if mode in ("drop", "hang-data"):
            self.mode = "accept"
            if mode == "drop":
                server.transport.abort()
            await asyncio.Event().wait()
        return "250 OK"

    def keep(self, content):
        (self.folder / "last.eml").write_bytes(content)
        with (self.folder / "received").open("a", encoding="ascii") as received:
            received.write(email.message_from_bytes(content)["Message-ID"].strip() + "\n")


async def serve(certificate, folder):
    loop = asyncio.get_running_loop()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    handler = Handler(folder)

    def connected():
        if handler.mode == "hang":
            return asyncio.Protocol()
        if handler.mode == "plain":
            return SMTP(handler, hostname="localhost", loop=loop)
        return SMTP(handler, hostname="localhost", tls_context=tls, require_starttls=True, loop=loop)

    listener = await loop.create_server(connected, "127.0.0.1", 0)
    port = listener.sockets[0].getsockname()[1]
    print(port, flush=True)
    modes = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(modes), sys.stdin)
    while line := await modes.readline():
        handler.mode = line.decode().strip()
        if handler.mode == "refuse":
            listener.close()
        elif not listener.is_serving():
            listener = await loop.create_server(connected, "127.0.0.1", port)
        print(handler.mode, flush=True)


logging.disable(logging.CRITICAL)
asyncio.run(serve(sys.argv[1], pathlib.Path(sys.argv[2])))
