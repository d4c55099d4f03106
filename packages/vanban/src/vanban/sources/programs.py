"""Programs that read what only they can: LibreOffice and antiword, run with a time limit and nothing left behind.

Each runs in a folder and a process group of its own, both gone when it ends. LibreOffice gets a fresh profile that runs
no macro, follows no link and knows no network.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

#: Seconds that a program may take, bytes of memory, and bytes of a file that it may write.
MAX_SECONDS = 120
MAX_MEMORY = 4_000_000_000
MAX_OUTPUT = 200_000_000

_OFFICE = ("soffice", "libreoffice")
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "1"),
    # A proxy that nobody serves: what still asks for the network gets none.
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def office() -> str | None:
    """The path of LibreOffice, or None where it is not installed."""
    return next((path for name in _OFFICE if (path := shutil.which(name))), None)


def antiword() -> str | None:
    """The path of antiword, or None where it is not installed."""
    return shutil.which("antiword")


def convert(program: str, data: bytes, ending: str, to: str) -> bytes | None:
    """``data``, a file of the given ending, as LibreOffice writes it in the format ``to``; None when it does not."""
    with _folder() as folder:
        source = folder / f"tep{ending}"
        source.write_bytes(data)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
        out = folder / "out"
        command = [
            program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile.parent.as_uri()}",
            "--convert-to", to, "--outdir", str(out), str(source),
        ]  # fmt: skip
        run(command, folder)
        made = out / f"tep.{to}"
        return made.read_bytes() if made.is_file() else None


def docbook(program: str, data: bytes) -> bytes | None:
    """The text of a .doc as DocBook, by antiword; None when it cannot read the file."""
    with _folder() as folder:
        source = folder / "tep.doc"
        source.write_bytes(data)
        out = run([program, "-x", "db", str(source)], folder)
        return out if out and out.strip() else None


def run(command: list[str], folder: Path) -> bytes | None:
    """What a command writes to its output; None when it fails, takes too long or writes too much."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder)}
    environment |= {"LANG": "C.UTF-8", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}
    output = folder / "stdout"
    with output.open("wb") as stream:
        try:
            process = subprocess.Popen(  # noqa: S603  # found on PATH by us, arguments of our own
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            return None
        try:
            _limit(process.pid)
            status = process.wait(MAX_SECONDS)
        except subprocess.TimeoutExpired:
            return None
        finally:
            # LibreOffice starts helpers; none of them outlives the call.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return output.read_bytes() if status == 0 else None


def _limit(pid: int) -> None:
    """Hold a process that has just begun, and what it starts, to the limits; where the system cannot, nothing."""
    if hasattr(resource, "prlimit"):
        with contextlib.suppress(ProcessLookupError, PermissionError, ValueError):
            resource.prlimit(pid, resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (MAX_OUTPUT, MAX_OUTPUT))


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )
