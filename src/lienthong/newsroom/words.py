"""The words of a version: as plain text, as a hash, and how two versions differ."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import format_html, strip_tags

from lienthong.core.hashing import sha256_of
from lienthong.core.language import kept
from lienthong.newsroom.models import Version
from lienthong.newsroom.models.files import MediaFile

_BLOCK_END = re.compile(r"</(?:p|h2|h3|li|tr|blockquote)>|<br\s*/?>", re.I)
_ITEM = re.compile(r"<li[^>]*>", re.I)


def lines_of(html: str) -> list[str]:
    """The plain words of clean HTML, one paragraph, heading, list item or table row a line."""
    marked = _BLOCK_END.sub("\n", _ITEM.sub("- ", html)).replace("</td>", " ").replace("</th>", " ")
    lines = (" ".join(unescape(strip_tags(line)).split()) for line in marked.split("\n"))
    return [line for line in lines if line and line != "-"]


def plain(version: Version) -> str:
    """Lead and body as text, a line each."""
    return "\n".join([*([version.lead] if version.lead else []), *lines_of(version.body)])


def corrected(words: str) -> str:
    """ "Đính chính: …", a title or a sentence of a version that corrects what is out."""
    return kept("Đính chính: %(words)s") % {"words": words}


def correction_line(version: Version) -> str:
    """What every channel says first of a version that corrects what is out."""
    return corrected(version.correction)


def correction_html(version: Version) -> str:
    return format_html("<p><strong>{}</strong></p>", correction_line(version))


def spoken(version: Version) -> str:
    """What is read aloud: a correction first, so that who listened to the wrong words hears it."""
    return "\n".join([*([correction_line(version)] if version.correction else []), plain(version)])


def hash_of(
    *,
    title: str,
    lead: str,
    body: str,
    variants: dict[str, dict[str, str]],
    files: Sequence[MediaFile],
    correction: str = "",
) -> str:
    """SHA-256 over words, variants, and each file's hash with what is said of it."""
    said: dict[str, Any] = {"title": title, "lead": lead, "body": body, "variants": variants}
    if correction:
        said["correction"] = correction
    said["files"] = [[each.sha256, each.alt, each.credit, each.rights] for each in files]
    return sha256_of(said)


def hash_now(version: Version) -> str:
    """The hash of what is stored of a version this moment."""
    return hash_of(
        title=version.title, lead=version.lead, body=version.body, variants=version.variants, files=version.files,
        correction=version.correction,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """``kind``: "same", "added" or "removed"."""

    kind: str
    text: str


def differences(old: str, new: str) -> list[list[Piece]]:
    """What became of ``old``, line by line; within a changed line word by word. Lines that stay are kept too."""
    before, after = old.splitlines(), new.splitlines()
    lines: list[list[Piece]] = []
    for act, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if act == "equal":
            lines += [[Piece("same", line)] for line in before[a:b]]
        elif act == "replace" and b - a == d - c:
            lines += [_within(one, other) for one, other in zip(before[a:b], after[c:d], strict=True)]
        else:
            lines += [[Piece("removed", line)] for line in before[a:b]]
            lines += [[Piece("added", line)] for line in after[c:d]]
    return lines


def _within(old: str, new: str) -> list[Piece]:
    before, after = old.split(), new.split()
    pieces: list[Piece] = []
    for act, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if act == "equal":
            pieces.append(Piece("same", " ".join(before[a:b])))
            continue
        if b > a:
            pieces.append(Piece("removed", " ".join(before[a:b])))
        if d > c:
            pieces.append(Piece("added", " ".join(after[c:d])))
    return pieces
