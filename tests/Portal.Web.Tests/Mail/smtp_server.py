"""A real SMTP server for tests: aiosmtpd with TLS, which misbehaves as it is told.

    smtp_server.py CERTIFICATE FOLDER starttls|implicit

Prints its port, then reads one mode a line and prints it back once it holds. It ends with its input. MODES below says
what each does. Whoever signs in is "portal" with the password "right", or with the token "good".

Every mail that it takes is in FOLDER: its Message-ID as a line of "received", its text in "last.eml". Each connection
is a line of "connections".
"""

import asyncio
import base64
import email
import logging
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

MODES = {
    "accept": "takes every mail",
    # Before it says anything, or in place of it.
    "refuse": "nobody listens",
    "hang": "takes the connection and says nothing",
    "close": "takes the connection and closes it",
    "garbage": "speaks another protocol",
    "421-greeting": "is too busy",
    "554-greeting": "wants nothing to do with us",
    # Encryption.
    "plain": "offers no STARTTLS",
    "454-starttls": "offers STARTTLS and then has none",
    "hang-starttls": "says yes to STARTTLS and then nothing",
    # Signing in.
    "no-auth": "offers no way to sign in",
    "454-auth": "cannot check a password now",
    # The sender.
    "530-sender": "wants a sign-in first",
    "550-sender": "does not take our address",
    # The recipient.
    "451": "later",
    "452-full": "the mailbox is full",
    "550": "no such address",
    "550-disabled": "the mailbox is disabled",
    "550-relay": "no relaying",
    "550-bare": "no, and no enhanced code",
    "421-recipient": "closes in the middle",
    "drop-recipient": "goes without a word in the middle",
    # The mail.
    "451-data": "later",
    "552-data": "too large",
    "554-data": "no",
    "550-policy-data": "looks like spam",
    "drop": "takes one mail and goes instead of saying so; then it accepts",
    "hang-data": "takes one mail and never says so; then it accepts",
    # Afterwards.
    "hang-quit": "never says goodbye",
}
GREETING = {"421-greeting": b"421 4.3.2 Too busy\r\n", "554-greeting": b"554 5.7.1 No\r\n", "garbage": b"SSH-2.0-x\r\n"}
SENDER = {"530-sender": "530 5.7.0 Authentication required", "550-sender": "550 5.1.8 Bad sender"}
RECIPIENT = {
    "451": "451 4.3.0 Try again later",
    "452-full": "452 4.2.2 Mailbox full",
    "550": "550 5.1.1 No such address",
    "550-disabled": "550 5.2.1 Mailbox disabled",
    "550-relay": "550 5.7.1 Relaying denied",
    "550-bare": "550 Not here",
    "421-recipient": "421 4.3.2 Shutting down",
}
CONTENT = {
    "451-data": "451 4.3.0 Try again later",
    "552-data": "552 5.3.4 Too large",
    "554-data": "554 5.6.0 Not taken",
    "550-policy-data": "550 5.7.1 Looks like spam",
}


class Handler:
    def __init__(self, folder):
        self.folder = folder
        self.mode = "accept"

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.mode in SENDER:
            return SENDER[self.mode]
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode in RECIPIENT:
            return RECIPIENT[self.mode]
        if self.mode == "drop-recipient":
            server.transport.abort()
            await asyncio.Event().wait()
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

    async def handle_QUIT(self, server, session, envelope):
        if self.mode == "hang-quit":
            await asyncio.Event().wait()
        return "221 Bye"

    async def auth_XOAUTH2(self, server, args):
        said = await server.challenge_auth("") if len(args) < 2 else base64.b64decode(args[1])
        right = said == b"user=portal\x01auth=Bearer good\x01\x01"
        return AuthResult(success=right, handled=False)

    def keep(self, content):
        (self.folder / "last.eml").write_bytes(content)
        self.note("received", email.message_from_bytes(content)["Message-ID"].strip())

    def note(self, file, line):
        with (self.folder / file).open("a", encoding="ascii") as lines:
            lines.write(line + "\n")


class Server(SMTP):
    """What no handler can say."""

    async def smtp_STARTTLS(self, arg):
        mode = self.event_handler.mode
        if mode == "454-starttls":
            await self.push("454 4.7.0 TLS not available")
        elif mode == "hang-starttls":
            await self.push("220 Ready")
            await asyncio.Event().wait()
        else:
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg):
        if self.event_handler.mode == "454-auth":
            await self.push("454 4.7.0 Temporary authentication failure")
        else:
            await super().smtp_AUTH(arg)


class Greeting(asyncio.Protocol):
    def __init__(self, words):
        self.words = words

    def connection_made(self, transport):
        if self.words is not None:
            transport.write(self.words)
            transport.close()


def checked(server, session, envelope, mechanism, auth_data):
    right = (auth_data.login, auth_data.password) == (b"portal", b"right")
    return AuthResult(success=right, handled=False)


async def serve(certificate, folder, implicit):
    loop = asyncio.get_running_loop()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate)
    handler = Handler(folder)

    def connected():
        handler.note("connections", handler.mode)
        if handler.mode == "hang":
            return Greeting(None)
        if handler.mode == "close":
            return Greeting(b"")
        if handler.mode in GREETING:
            return Greeting(GREETING[handler.mode])
        return Server(
            handler,
            hostname="localhost",
            tls_context=None if implicit or handler.mode == "plain" else tls,
            require_starttls=not implicit and handler.mode != "plain",
            authenticator=checked,
            auth_require_tls=False,
            auth_exclude_mechanism=["LOGIN", "PLAIN", "XOAUTH2"] if handler.mode == "no-auth" else None,
            loop=loop,
        )

    async def listen(port):
        return await loop.create_server(connected, "127.0.0.1", port, ssl=tls if implicit else None)

    listener = await listen(0)
    port = listener.sockets[0].getsockname()[1]
    print(port, flush=True)
    modes = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(modes), sys.stdin)
    while line := await modes.readline():
        handler.mode = line.decode().strip()
        assert handler.mode in MODES
        if handler.mode == "refuse":
            listener.close()
        elif not listener.is_serving():
            listener = await listen(port)
        print(handler.mode, flush=True)


logging.disable(logging.CRITICAL)
asyncio.run(serve(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3] == "implicit"))
