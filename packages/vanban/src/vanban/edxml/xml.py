"""XML of strangers, parsed without entities or network; and our own, written with the prefixes that receivers want."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from lxml import etree

from vanban.sources.limits import MAX_BYTES, TOO_LARGE, Unreadable
from vanban.sources.text import tidy

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
_BROKEN = "Gói tin bị hỏng hoặc tải về chưa đủ. Hãy lấy lại tệp."
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
# XML 1.0 allows neither these nor lone surrogates.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def parsed(data: bytes) -> etree._Element:
    """The root element; raises :class:`~vanban.sources.limits.Unreadable`."""
    if len(data) > MAX_BYTES:
        raise Unreadable(TOO_LARGE, "edxml")
    text = decoded(data)
    # Entities can grow without bound and fetch files; a package has no use for them.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise Unreadable("Gói tin chứa khai báo thực thể XML không hợp lệ; không đọc.", "edxml")
    # Files are text nodes of any length, so the parser's limit is lifted and ours, above, holds.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=True,
        encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(_BROKEN, "edxml") from error


def decoded(data: bytes) -> str:
    """The text, whatever of UTF-8 and UTF-16 it is in; what the declaration says is not believed."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data[:4] in (b"<\0?\0", b"<\0e\0"):
        return data.decode("utf-16-le", "replace")
    return data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")


def local(element: etree._Element) -> str:
    """The name without its namespace, in small letters; "Organld" is how scans of the regulation spell "OrganId"."""
    tag = element.tag
    name = etree.QName(tag).localname.lower() if isinstance(tag, str) else ""
    return name.replace("organld", "organid")


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """The children with one of ``names`` (small letters)."""
    if element is not None:
        yield from (child for child in element if local(child) in names)


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element at the end of a path of names."""
    for name in path:
        element = next(children(element, name), None)
    return element


def anywhere(root: etree._Element, *names: str) -> etree._Element | None:
    """The first element of the whole tree with one of ``names``."""
    return next((element for element in root.iter() if local(element) in names), None)


def text(element: etree._Element | None, *path: str) -> str | None:
    """The text at the end of a path, blanks at its ends taken away; None where there is none."""
    found = first(element, *path)
    value = tidy(found.text or "").strip() if found is not None else ""
    return value or None


def tag(name: str, *content: str | None, **attributes: str) -> str:
    """An element of ``content`` that is XML already; nothing where all of it is empty."""
    inside = [part for part in content if part]
    if content and not inside:
        return ""
    marks = "".join(f' {key.replace("__", ":")}="{quoted(value)}"' for key, value in attributes.items())
    return f"<{name}{marks}>{''.join(inside)}</{name}>" if inside else f"<{name}{marks}/>"


def leaf(name: str, value: str | int | bool | None) -> str | None:
    """An element with a text; None where there is none."""
    if value is None:
        return None
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{name}>{quoted(shown)}</{name}>"


def quoted(value: str) -> str:
    return escape(_FORBIDDEN.sub("", value), {'"': "&quot;", "\r": "&#13;"})
