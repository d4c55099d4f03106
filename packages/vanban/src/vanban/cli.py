"""The command ``vanban``: reads files, writes documents, explains rhythms.

Exit status: 0, or 3 when a file, a model or a rhythm could not be understood, 2 for wrong usage, 130 when stopped from
the keyboard; ``check`` gives 1 when it finds a fault.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vanban.batch import form_of, read_folder, write_whole
from vanban.check import check
from vanban.check.mend import NotMendable, fix
from vanban.check.report import check_form, check_sheet, mended_sheet
from vanban.compare import compare
from vanban.compare.form import comparison_form, comparison_sheet
from vanban.compose import ModelError, compose, model_of
from vanban.esign import CertificateError, roots_in
from vanban.progress import Progress
from vanban.read import read, read_archive
from vanban.rhythm import rhythm
from vanban.sheet import rhythm_sheet, sheet

UNREADABLE = 3
USAGE = 2
STOPPED = 130
FAULTS = 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with ``arguments`` (those of the process when None); returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    parser = argparse.ArgumentParser(prog="vanban", description="Đọc và soạn văn bản hành chính, văn bản của Đảng.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")

    reading = commands.add_parser(
        "read", help="đọc văn bản: Word, PDF, ảnh quét, Excel, trang web, tệp nén, hoặc cả thư mục"
    )
    reading.add_argument("files", nargs="+", type=Path, metavar="TỆP|THƯ_MỤC")
    reading.add_argument("--json", action="store_true", help="in dạng JSON thay cho bản kê dễ đọc")
    reading.add_argument(
        "--out", type=Path, metavar="THƯ_MỤC", help="ghi mỗi văn bản thành một tệp .json trong thư mục"
    )
    reading.add_argument(
        "--trust", type=Path, metavar="THƯ_MỤC", help="thư mục chứng thư gốc được tin cậy khi xem chữ ký số"
    )
    reading.add_argument("--jobs", type=_count, default=1, metavar="SỐ", help="số tiến trình khi đọc cả thư mục")
    reading.add_argument("--pages", action="store_true", help="các tệp là ảnh từng trang của một văn bản, theo thứ tự")
    reading.add_argument(
        "--tessdata", type=Path, metavar="THƯ_MỤC", help="thư mục có mô hình nhận dạng chữ vie.traineddata"
    )
    reading.set_defaults(run=_read)

    checking = commands.add_parser("check", help="kiểm tra thể thức và nội dung chữ của văn bản")
    checking.add_argument("file", type=Path, metavar="TỆP")
    checking.add_argument("--json", action="store_true", help="in dạng JSON thay cho bản kê dễ đọc")
    checking.add_argument("--fix", type=Path, metavar="TỆP_MỚI.docx", help="ghi bản sao đã sửa thể thức")
    checking.add_argument("--parent", type=Path, metavar="TỆP", help="văn bản cấp trên để đối chiếu câu chữ")
    checking.set_defaults(run=_check)

    comparing = commands.add_parser("compare", help="so sánh văn bản của địa phương với văn bản cấp trên")
    comparing.add_argument("parent", type=Path, metavar="CẤP_TRÊN")
    comparing.add_argument("child", type=Path, metavar="ĐỊA_PHƯƠNG")
    comparing.add_argument("--json", action="store_true", help="in dạng JSON thay cho bản kê dễ đọc")
    comparing.set_defaults(run=_compare)

    composing = commands.add_parser("compose", help="soạn văn bản .docx hoặc .pdf đúng thể thức từ mô tả JSON")
    composing.add_argument("model", type=Path, metavar="MÔ_TẢ.json")
    composing.add_argument("-o", "--output", type=Path, required=True, metavar="TỆP.docx|TỆP.pdf")
    composing.set_defaults(run=_compose)

    explaining = commands.add_parser("rhythm", help="giải thích tần suất, ví dụ “2 tuần/1 số (26 số/năm)”")
    explaining.add_argument("text", metavar="TẦN_SUẤT")
    explaining.set_defaults(run=_rhythm)

    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _read(options: argparse.Namespace) -> int:
    status = 0
    try:
        roots = roots_in(options.trust) if options.trust else []
    except CertificateError as error:
        print(f"vanban: {error}", file=sys.stderr)
        return USAGE
    settings = {"trust_roots": roots, "tessdata": options.tessdata}
    for path in options.files[:1] if options.pages else options.files:
        if path.is_dir():
            status = max(status, _read_folder(path, options, settings))
            continue
        try:
            if options.pages:
                found = [(path.name, read(options.files, **settings))]
            else:
                found = [(name or path.name, document) for name, document in read_archive(path, **settings)]
        except FileNotFoundError as error:
            print(f"vanban: không có tệp “{error.filename}”", file=sys.stderr)
            return USAGE
        if any(document.unreadable for _, document in found):
            status = UNREADABLE
        if options.out is not None:
            write_whole(options.out / f"{path.stem}.json", form_of(found))
        elif options.json:
            print(json.dumps(form_of(found), ensure_ascii=False, indent=1))
        else:
            print("\n".join(f"{sheet(document, name)}\n" for name, document in found))
    return status


def _read_folder(folder: Path, options: argparse.Namespace, settings: dict[str, Any]) -> int:
    if options.out is None:
        print("vanban: đọc cả thư mục thì phải có --out THƯ_MỤC để ghi kết quả", file=sys.stderr)
        return USAGE
    progress = Progress(folder, sys.stderr)
    outcomes = read_folder(folder, options.out, jobs=options.jobs, options=settings)
    try:
        for outcome, total in outcomes:
            progress.show(outcome, total)
    except KeyboardInterrupt:
        outcomes.close()
        progress.stop()
        return STOPPED
    except OSError as error:
        print(f"vanban: không ghi được vào “{options.out}” ({error.strerror})", file=sys.stderr)
        return USAGE
    progress.finish(options.out)
    return UNREADABLE if progress.refused else 0


def _check(options: argparse.Namespace) -> int:
    try:
        report = check(options.file, parent=options.parent)
        mended = fix(options.file) if options.fix is not None and not report.unreadable else None
    except FileNotFoundError as error:
        print(f"vanban: không có tệp “{error.filename}”", file=sys.stderr)
        return USAGE
    except NotMendable as error:
        print(f"vanban: {error}", file=sys.stderr)
        return UNREADABLE
    if options.json:
        done = {"mended": [finding.rule for finding in mended.done]} if mended else {}
        print(json.dumps({**check_form(report), **done}, ensure_ascii=False, indent=1))
    else:
        print(check_sheet(report, options.file.name))
        if mended:
            print("\n" + mended_sheet(mended.done))
    if mended is not None:
        try:
            options.fix.write_bytes(mended.data)
        except OSError:
            print(f"vanban: không ghi được tệp “{options.fix}”", file=sys.stderr)
            return USAGE
    return UNREADABLE if report.unreadable else FAULTS if report.faults else 0


def _compare(options: argparse.Namespace) -> int:
    for path in (options.parent, options.child):
        if not path.exists():
            print(f"vanban: không có tệp “{path}”", file=sys.stderr)
            return USAGE
    found = compare(options.parent, options.child)
    if options.json:
        print(json.dumps(comparison_form(found), ensure_ascii=False, indent=1))
    else:
        print(comparison_sheet(found, options.parent.name, options.child.name))
    return UNREADABLE if any(remark.kind == "unreadable" for remark in found.remarks) else 0


def _compose(options: argparse.Namespace) -> int:
    try:
        data = json.loads(options.model.read_text(encoding="utf-8"))
    except FileNotFoundError:
        print(f"vanban: không có tệp “{options.model}”", file=sys.stderr)
        return USAGE
    except (OSError, ValueError):
        print(f"vanban: “{options.model}” không phải tệp JSON đọc được", file=sys.stderr)
        return UNREADABLE
    kind = options.output.suffix.lower().removeprefix(".")
    if kind not in ("docx", "pdf"):
        print(f"vanban: tệp ghi ra phải có đuôi .docx hoặc .pdf, không phải “{options.output.name}”", file=sys.stderr)
        return USAGE
    try:
        options.output.write_bytes(compose(model_of(data), kind))
    except ModelError as error:
        print(f"vanban: {error}", file=sys.stderr)
        return UNREADABLE
    except OSError:
        print(f"vanban: không ghi được tệp “{options.output}”", file=sys.stderr)
        return USAGE
    return 0


def _rhythm(options: argparse.Namespace) -> int:
    found = rhythm(options.text)
    print(rhythm_sheet(found))
    understood = any((found.rrule, found.due, found.quota, found.open_ended, found.ad_hoc))
    return 0 if understood else UNREADABLE


if __name__ == "__main__":
    sys.exit(main())
