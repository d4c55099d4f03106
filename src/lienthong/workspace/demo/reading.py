"""What the reader found in each file, as a sheet in plain Vietnamese."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from textwrap import shorten

import vanban
from vanban.rhythm import rhythm

_WIDTH = 96


def show(files: Iterable[Path], write: Callable[[str], None]) -> list[Path]:
    """Read and print ``files``; returns those that could be read, in order. A bad file costs a sentence."""
    good: list[Path] = []
    citations = assignments = remarks = 0
    for file in files:
        try:
            document = vanban.read(file)
        except OSError as error:
            reason = "Không có tệp này" if isinstance(error, FileNotFoundError) else "Máy không mở được tệp này"
            write(f"{file}\n  {reason}. Hãy xem lại đường dẫn và quyền đọc.\n\n")
            continue
        if document.secrecy is not None:
            write(
                f"{file.name}\n  Tệp này có dấu độ mật nên không giữ lại gì. Hãy xử lý theo quy định về văn bản mật.\n"
            )
            continue
        said = notes(document)
        if document.unreadable:
            write("\n".join([file.name, *(f"  {note}" for note in said), "", ""]))
            continue
        good.append(file)
        write(sheet(file.name, document, said))
        citations += len(document.cited)
        assignments += len(document.assignments)
        remarks += len(said)
    counts = f"{citations} viện dẫn, {assignments} nhiệm vụ, {remarks} điều cần xem lại"
    write(f"Cộng: {len(good)} văn bản đọc được, {counts}.\n\n")
    return good


def sheet(name: str, document: vanban.Document, said: list[str]) -> str:
    """Head, counts and remarks of one document."""
    bodies = {value.value for item in document.assignments for value in item.lead}
    lines = [
        name,
        _line("Số, ký hiệu", _value(document.number)),
        _line("Ngày", day(_value(document.date))),
        _line("Cơ quan", _value(document.issuer)),
        _line("Trích yếu", _value(document.subject)),
        _line("Độ khẩn", document.urgency.value) if document.urgency else "",
        _line("Viện dẫn", f"{len(document.cited)} văn bản"),
        _line("Nhiệm vụ", f"{len(document.assignments)} nhiệm vụ, {len(bodies)} tên chủ trì"),
        *(_line("Cần xem", note) for note in said),
    ]
    return "\n".join([line for line in lines if line] + ["", ""])


def notes(document: vanban.Document) -> list[str]:
    """What a person should look at: the reader's remarks, and rhythms that contradict themselves."""
    found = [remark.message for remark in document.remarks]
    for item in document.assignments:
        if item.frequency is not None:
            found += [f"Mục {item.section}: {remark.message}" for remark in rhythm(item.frequency.value).remarks]
    return found


def _value(read: vanban.Value[str] | None) -> str | None:
    return read.value if read is not None else None


def day(printed: str | None) -> str | None:
    """An ISO date, or what is known of it, as offices write it: "02/3/2026", "tháng 3 năm 2026"."""
    if printed is None:
        return None
    parts = printed.split("-")
    if len(parts) == 3:
        return f"{date.fromisoformat(printed):%d/%m/%Y}"
    return f"tháng {int(parts[1])} năm {parts[0]}" if len(parts) == 2 else f"năm {parts[0]}"


def _line(label: str, value: str | None) -> str:
    return f"  {label:<12} {shorten(value or '— (văn bản không ghi)', _WIDTH, placeholder=' …')}"
