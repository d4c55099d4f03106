"""Saved web pages (.html, .mht), also those that Word saved, and those that portals give out under the name .doc.

A page of a portal carries menus and lists around the document. The document is the smallest part of the page that holds
its motto and its Nơi nhận, with the annexes that follow. Nothing is fetched, no script is run, hidden parts are left
out. A block is a line, a table is laid out as one of a Word file.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import default
from itertools import takewhile

from lxml import etree

from vanban.model import Remark
from vanban.source import Source
from vanban.sources.building import TextBuilder
from vanban.sources.limits import Unreadable
from vanban.sources.text import decode
from vanban.sources.webpage import left_out, read_page

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_MOTTO = re.compile(r"cộng h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa|đảng\s+cộng\s+sản\s+việt\s+nam", re.IGNORECASE)
_RECIPIENTS = re.compile(r"^\s*nơi\s+nhận\b", re.IGNORECASE)
_ANNEX = re.compile(r"\((?:ban hành )?kèm theo\s", re.IGNORECASE)
_PARTS = ("table", "tbody", "thead", "tr", "p", "span", "b", "strong", "font")
_BROKEN = "Trang web đã lưu bị hỏng, không đọc được. Hãy lưu lại trang."
_AROUND = Remark("web", "Tệp là trang web đã lưu: chỉ đọc phần văn bản, bỏ trình đơn và phần quanh văn bản.")


def read_html(data: bytes) -> Source:
    """Read the bytes of a saved page; raises :class:`Unreadable`."""
    declared = _CHARSET.search(data[:4096])
    return _read(*decode(data, declared[1].decode("ascii", "replace") if declared else None))


def read_mhtml(data: bytes) -> Source:
    """Read a page saved as one file (.mht): its first part that is HTML; raises :class:`Unreadable`."""
    try:
        for part in message_from_bytes(data, policy=default).walk():
            content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(content, bytes):
                return _read(*decode(content, part.get_content_charset()))
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        # The parser of headers raises these on spoilt ones.
        raise Unreadable(_BROKEN, "html") from error
    raise Unreadable("Tệp trang web (.mht) không có phần nội dung. Hãy lưu lại dạng .docx hoặc PDF.", "html")


def _read(text: str, remarks: tuple[Remark, ...]) -> Source:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(_BROKEN, "html") from error
    if root is None:
        raise Unreadable("Trang web không có chữ nào.", "html")
    document = _document(root)
    around = (_AROUND,) if document.tag not in ("html", "body") else ()
    lines = TextBuilder("html")
    read_page(document, lines)
    return lines.source("Trang web không có chữ nào.", (*remarks, *around))


def _document(root: etree._Element) -> etree._Element:
    """The part of a page that is the document."""
    mottos = _holders(root, _MOTTO)
    recipients = _holders(root, _RECIPIENTS)
    if mottos and recipients:
        found = _with_annexes(_common(mottos[0], recipients[-1]))
    else:
        parts = [part for part in root.iter("main", "article") if not left_out(part)]
        found = max(parts, key=_length, default=root)
    whole = root.find("body")
    whole = root if whole is None else whole
    # A part with little of the page's text is no document but a note that names one.
    return found if _length(found) * 3 > _length(whole) or (mottos and recipients) else whole


def _length(element: etree._Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _holders(root: etree._Element, pattern: re.Pattern[str]) -> list[etree._Element]:
    """Elements that hold the words themselves, in order."""
    found = []
    for element in root.iter(etree.Element):
        texts = (element.text, *(child.tail for child in element))
        if any(text and pattern.search(text) for text in texts) and not left_out(element):
            found.append(element)
    return found


def _common(first: etree._Element, last: etree._Element) -> etree._Element:
    """The smallest element around both that is more than a part of a table or paragraph."""
    pairs = zip(_path(first), _path(last), strict=False)
    common = [one for one, _ in takewhile(lambda pair: pair[0] is pair[1], pairs)]
    while len(common) > 1 and common[-1].tag in _PARTS:
        common.pop()
    return common[-1]


def _path(element: etree._Element) -> list[etree._Element]:
    return [*reversed(list(element.iterancestors())), element]


def _with_annexes(element: etree._Element) -> etree._Element:
    """Wider as long as an annex to the document follows."""
    for _ in range(5):
        parent = element.getparent()
        if parent is None or not any(
            _ANNEX.search("".join(map(str, after.itertext()))) for after in element.itersiblings()
        ):
            break
        element = parent
    return element
