"""The document that a package carries, as a source like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from vanban.edxml.model import Attachment, Package
from vanban.edxml.reading import is_package, read_package
from vanban.folding import fold
from vanban.model import Remark
from vanban.source import Source
from vanban.sources.limits import unreadable

__all__ = ["is_package", "package_source"]

#: Words, without marks, in names of files that go with a document and are not it.
_BESIDE = ("phu luc", "phuluc", "kem theo", "bieu mau", "danh sach")


def package_source(data: bytes, open_file: Callable[[bytes], Source]) -> Source:
    """The source of the first file of a package that can be read and is no annex by its name.

    ``open_file`` reads the bytes of a file. What the package says of the document is not mixed into it; a remark names
    it, so that a person can compare.
    """
    package = read_package(data)
    if package.unreadable:
        return unreadable(package.remarks[0].message, "edxml")
    for file in sorted(package.attachments, key=_is_beside):
        if is_package(file.content):  # packages in packages have no bottom
            continue
        source = open_file(file.content)
        if source.text:
            return replace(source, remarks=(*source.remarks, *_remarks(package, file.name)))
    names = ", ".join(f"“{file.name}”" for file in package.attachments)
    reason = f"không đọc được tệp nào trong các tệp: {names}" if names else "không có tệp văn bản"
    return unreadable(f"Gói tin văn bản điện tử {reason}.", "edxml")


def _is_beside(file: Attachment) -> bool:
    return any(word in fold(file.name) for word in _BESIDE)


def _remarks(package: Package, chosen: str) -> Iterator[Remark]:
    number, date, sender = package.printed_number, package.date, package.sender
    says = [f"số {number}"] if number else []
    says += ["ngày {2}/{1}/{0}".format(*date.split("-"))] if date else []
    says += [f"của {sender.name}"] if sender and sender.name else []
    header = " ".join(says) or "không rõ số, ngày"
    yield Remark("package", f"Đã đọc tệp “{chosen}” trong gói tin văn bản điện tử; gói tin ghi: {header}.")
    others = ", ".join(f"“{file.name}”" for file in package.attachments if file.name != chosen)
    if others:
        yield Remark("package-files", f"Gói tin còn các tệp khác chưa đọc: {others}.")
    yield from package.remarks
