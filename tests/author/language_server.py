"""Talks to the yaml-language-server of npm as an editor does: over its standard input and output.

It is looked for where TWO_LEDGERS_YAML_LANGUAGE_SERVER says, on the PATH, and in node_modules of the checkout.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
VARIABLE = "TWO_LEDGERS_YAML_LANGUAGE_SERVER"
PATIENCE = 30.0
"""Seconds to wait for an answer; a first one takes about one."""


def found() -> str:
    """The command, or nothing if node or the server is not here."""
    beside = str(ROOT / "node_modules" / ".bin" / "yaml-language-server")
    places = [os.environ.get(VARIABLE, ""), "yaml-language-server", beside]
    commands = (shutil.which(place) for place in places if place)
    return next(filter(None, commands), "") if shutil.which("node") else ""


class LanguageServer:
    """One running server; use as a context."""

    def __init__(self, command: str) -> None:
        self._process = subprocess.Popen(
            [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._answers: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._number = 0
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "textDocument": {"completion": {"completionItem": {"documentationFormat": ["markdown"]}}}}})
        self._tell("initialized", {})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()

    # ---- what an editor asks

    def open(self, path: Path, text: str) -> list[dict[str, Any]]:
        """Open a document and wait for what the server finds wrong with it."""
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                wrong: list[dict[str, Any]] = message["params"]["diagnostics"]
                return wrong

    def complete(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a place (from 0): label -> what is said of it."""
        answer = self._ask("textDocument/completion", _at(path, line, column))
        return {item["label"]: _words(item.get("documentation", "")) for item in answer["items"]}

    def hover(self, path: Path, line: int, column: int) -> str:
        """What is said of the word at a place (from 0)."""
        answer = self._ask("textDocument/hover", _at(path, line, column))
        return _words(answer["contents"]) if answer else ""

    # ---- the protocol

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _next(self) -> dict[str, Any]:
        """The next message; what the server itself asks is answered with nothing."""
        while True:
            message = self._answers.get(timeout=PATIENCE)
            if "id" not in message or "method" not in message:
                return message
            configuration = message["method"] == "workspace/configuration"
            result = [None for _ in message["params"]["items"]] if configuration else None
            self._send({"id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while line := stream.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
                while stream.readline().strip():
                    pass
                self._answers.put(json.loads(stream.read(length)))


def _at(path: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": {"line": line, "character": column}}


def _words(documentation: Any) -> str:
    return documentation if isinstance(documentation, str) else str(documentation["value"])
