"""The command ``vanban``: reads files, writes documents, explains rhythms.

Exit status: 0, or 3 when a file could not be read, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from vanban.forms import to_form
from vanban.read import read
from vanban.sheet import sheet

UNREADABLE = 3
USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (those of the process when None); returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(prog="vanban", description="Đọc và soạn văn bản hành chính, văn bản của Đảng.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")

    reading = commands.add_parser("read", help="đọc văn bản (.docx, PDF có lớp chữ, văn bản thuần)")
    reading.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    reading.add_argument("--json", action="store_true", help="in dạng JSON thay cho bản kê dễ đọc")
    reading.add_argument(
        "--out", type=Path, metavar="THƯ_MỤC", help="ghi mỗi văn bản thành một tệp .json trong thư mục"
    )
    reading.set_defaults(run=_read)

    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _read(options: argparse.Namespace) -> int:
    status = 0
    for number, path in enumerate(options.files):
        try:
            document = read(path)
        except FileNotFoundError:
            print(f"vanban: không có tệp “{path}”", file=sys.stderr)
            return USAGE
        if document.unreadable:
            status = UNREADABLE
        form = json.dumps(to_form(document), ensure_ascii=False, indent=1)
        if options.out is not None:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / f"{path.stem}.json").write_text(form + "\n", encoding="utf-8")
        elif options.json:
            print(form)
        else:
            print(("\n" if number else "") + sheet(document, path.name))
    return status


if __name__ == "__main__":
    sys.exit(main())
