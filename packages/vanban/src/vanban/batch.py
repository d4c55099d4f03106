"""Reading many files into a folder of JSON, in processes of their own, so that no file can stop the others.

Beside each form stand the hash of the file and the version of the reader that read it. A later run reads only what is
new or changed, and everything again with another reader. A result is written under another name and then renamed, so
whatever is there is whole.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import signal
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from multiprocessing.connection import Connection, wait
from pathlib import Path
from time import monotonic
from typing import Any

from vanban.forms import Form, to_form
from vanban.model import Document, Remark
from vanban.read import read_archive

#: Seconds after which a file is given up.
MAX_SECONDS = 900
_LEFT_OUT = (".", "~$")

Options = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. ``state`` is "read", "unreadable" or "kept" (read by an earlier run)."""

    path: Path
    state: str
    message: str = ""


def read_folder(
    folder: Path, out: Path, *, jobs: int = 1, options: Options | None = None
) -> Generator[tuple[Outcome, int], None, None]:
    """Read every file below ``folder`` into ``out``; gives each outcome as it comes, with the number of files.

    ``options`` are those of :func:`vanban.read`. Raises :class:`OSError` where ``out`` cannot be written.
    """
    options = options or {}
    files = list(files_below(folder, out))
    reader = reader_version(options)
    waiting: list[tuple[Path, Path, str]] = []
    for path in files:
        target = out / path.relative_to(folder).parent / f"{path.name}.json"
        digest = _digest(path)
        earlier = _earlier(target, digest, reader)
        if earlier is None:
            waiting.append((path, target, digest))
        else:
            unreadable = [remark["message"] for remark in earlier["remarks"] if remark["kind"] == "unreadable"]
            yield Outcome(path, "kept", *unreadable[:1]), len(files)
    places = {path: (target, digest) for path, target, digest in waiting}
    for path, form in _in_processes([path for path, _, _ in waiting], jobs, options):
        target, digest = places[path]
        write_whole(target, {"source": {"name": path.name, "sha256": digest, "reader": reader}, **form})
        message = next((remark["message"] for remark in form["remarks"] if remark["kind"] == "unreadable"), "")
        yield Outcome(path, "unreadable" if form["unreadable"] else "read", message), len(files)


def files_below(folder: Path, out: Path) -> Iterator[Path]:
    """The files below a folder in the order of their names; hidden ones, locks of Word and ``out`` are left out."""
    for here, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if name[0] != "." and (Path(here) / name).resolve() != out.resolve())
        for name in sorted(files):
            path = Path(here) / name
            if not name.startswith(_LEFT_OUT) and path.is_file():
                yield path


@cache
def _code_digest() -> str:
    """A hash of the library's own code: what any part of the reader changes, changes it."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def reader_version(options: Options) -> str:
    """The version of the library with its code and the options that a result depends on."""
    try:
        number = version("vanban")
    except PackageNotFoundError:
        number = "0"
    told = hashlib.sha256(repr(sorted(options.items())).encode()).hexdigest()[:6] if any(options.values()) else ""
    return ".".join(filter(None, (f"{number}+{_code_digest()}", told)))


def write_whole(path: Path, form: Form) -> None:
    """Write a form so that the file is there wholly or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(json.dumps(form, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    """The hash of a file; "" for one that cannot be read, which is tried again each time."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _earlier(target: Path, digest: str, reader: str) -> Form | None:
    """The form that an earlier run made of the same bytes with the same reader."""
    try:
        form = json.loads(target.read_text(encoding="utf-8"))
        same = digest and form["source"]["sha256"] == digest and form["source"]["reader"] == reader
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return form if same else None


def form_of(found: list[tuple[str, Document]]) -> Form:
    """The form of one document; of several from an archive one form with ``documents``, each with its name there."""
    if len(found) == 1:
        return to_form(found[0][1])
    forms = [{"name": name, **to_form(document)} for name, document in found]
    remarks = [{**remark, "name": form["name"]} for form in forms for remark in form["remarks"]]
    return {"documents": forms, "unreadable": any(form["unreadable"] for form in forms), "remarks": remarks}


def _failed(message: str) -> Form:
    return to_form(Document(remarks=(Remark("unreadable", message),)))


class _Worker:
    """A process that reads one file after the other; it ends when its parent does, and begins anew when it dies."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.path: Path | None = None
        self._since = 0.0
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, far = context.Pipe()
        self._process = context.Process(target=_work, args=(far, self._options), daemon=True)
        self._process.start()
        far.close()

    def give(self, path: Path | None) -> None:
        """Let it read ``path``; None when there is nothing left."""
        self.path, self._since = path, monotonic()
        if path is not None:
            with suppress(OSError):  # one that died is noticed when its form is taken
                self.connection.send(path)

    @property
    def late(self) -> bool:
        return monotonic() - self._since > MAX_SECONDS

    def take(self) -> Form:
        """The form of its file, or one that says that the process died or took too long."""
        try:
            if self.connection.poll():
                form: Form = self.connection.recv()
                return form
        except (EOFError, OSError):
            pass
        self.end()
        self._begin()
        return _failed("Đọc tệp này quá lâu hoặc trình đọc dừng đột ngột; đã bỏ qua tệp.")

    def end(self) -> None:
        self._process.kill()
        self._process.join()
        self.connection.close()


def _work(connection: Connection, options: Options) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        while True:
            connection.send(_safe_form(connection.recv(), options))


def _safe_form(path: Path, options: Options) -> Form:
    try:
        return form_of(list(read_archive(path, **options)))
    except FileNotFoundError:
        return _failed("Tệp không còn ở đó.")
    except Exception as error:
        # The reader does not raise for what a file holds; should it, the other files are read all the same.
        return _failed(f"Trình đọc gặp lỗi ({type(error).__name__}) ở tệp này.")


def _in_processes(paths: list[Path], jobs: int, options: Options) -> Iterator[tuple[Path, Form]]:
    """Each path with its form, in the order of finishing."""
    left = iter(paths)
    workers = [_Worker(options) for _ in range(min(jobs, len(paths)))]
    try:
        for worker in workers:
            worker.give(next(left, None))
        while busy := [worker for worker in workers if worker.path is not None]:
            ready = wait([worker.connection for worker in busy], timeout=1)
            for worker in busy:
                if worker.path is not None and (worker.connection in ready or worker.late):
                    yield worker.path, worker.take()
                    worker.give(next(left, None))
    finally:
        for worker in workers:
            worker.end()
