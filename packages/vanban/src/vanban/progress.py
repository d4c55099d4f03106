"""How far the reading of a folder is: a bar that moves on a terminal, a line a file anywhere else."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TextIO

from vanban.batch import Outcome

_WIDTH = 30
_STATES = {"read": "đọc được", "unreadable": "không đọc được", "kept": "đã đọc từ trước"}


class Progress:
    """Shows outcomes on a stream, the bar only where the stream is a terminal."""

    def __init__(self, folder: Path, stream: TextIO) -> None:
        self._folder = folder
        self._stream = stream
        self._moves = stream.isatty()
        self.counts: Counter[str] = Counter()
        self.refused = 0

    def show(self, outcome: Outcome, total: int) -> None:
        self.counts[outcome.state] += 1
        self.refused += bool(outcome.message)
        done = self.counts.total()
        name = outcome.path.relative_to(self._folder)
        if self._moves:
            filled = _WIDTH * done // total
            self._write(f"\r\x1b[K[{'█' * filled}{'·' * (_WIDTH - filled)}] {done}/{total} {str(name)[-60:]}")
            if outcome.state == "unreadable":
                self._write(f"\r\x1b[K{name}: {outcome.message}\n")
        elif outcome.state != "kept":
            told = f": {outcome.message}" if outcome.message else ""
            self._write(f"{done}/{total} {name}: {_STATES[outcome.state]}{told}\n")

    def finish(self, out: Path) -> None:
        """The last line: how many files, and what became of them."""
        parts = [f"{self.counts[state]} {words}" for state, words in _STATES.items() if self.counts[state]]
        told = ", ".join(parts) or "không có tệp nào"
        self._write("\r\x1b[K" if self._moves else "")
        self._write(f"{self.counts.total()} tệp: {told}. Kết quả ở “{out}”.\n")

    def stop(self) -> None:
        self._write("\nĐã dừng. Chạy lại lệnh này để đọc tiếp phần còn lại.\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()
