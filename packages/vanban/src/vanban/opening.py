"""Where the head of a document stands and what its parts are: letterhead, name of the kind, subject, addressees.

Nghị định 30/2020/NĐ-CP, Phụ lục I, IV (cells 1 to 5, 9a, 10, 11) and Hướng dẫn 36-HD/VPTW, Phụ lục 1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vanban.folding import spelled
from vanban.letterhead import pieces
from vanban.lines import Line, Piece
from vanban.marks import is_mark
from vanban.types import type_line
from vanban.wording import Gaps, goes_on, hangs, may_hang, opens_body, states

_SUBJECT = re.compile(r"(?:v/ ?v|\(?v/v|về việc|về|vv)\b[:.]?\s*\S", re.IGNORECASE)
_STRONG_SUBJECT = re.compile(r"\(?(?:v/ ?v|về việc)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:[-+•] ?)?(?:kính gửi|kính trình|kính chuyển)\b ?:?")
_CABLE = re.compile(r".{3,120}\bđiện ?:")
#: Words that begin the next line of a subject printed in capitals.
_LINKS = re.compile(r"(?:của|tại|về|cho|và|theo|trong|trên|giai đoạn|năm|từ|đến|nhiệm kỳ|quý|tháng|thuộc)\b")
_RESOLVES = re.compile(r"(?:quyết định|quyết nghị|nghị quyết|chỉ thị|thông báo|kết luận) ?:")
#: Who decides or resolves.
_DECIDER = re.compile(
    r"(?:phó )?(?:ủy ban|ubnd|hội đồng|hđnd|giám đốc|chủ tịch|chính phủ|thủ tướng|bộ trưởng|trưởng|hiệu trưởng|ban |"
    r"cục trưởng|chánh|quốc hội|tổng|chi cục|viện|thủ trưởng|đại hội|bộ chính trị|thường trực|khóa )"
)
#: What no head goes beyond: the grounds, the first article or section.
_BODY_BEGINS = re.compile(r"căn cứ\b|điều 1\b|i ?[.)/-] |a[.)] ")
#: A sentence of the body that may follow a subject which seems to break off.
_GROUND = re.compile(r"căn cứ\b|(?:thực hiện|theo) .*:$")
_BULLET = re.compile(r"[-–−—+•*·◦▪]+ ?(?=\S)")
#: How many written lines a head has at most, its subject and addressees included.
_HEAD_LINES = 140


@dataclass(frozen=True, slots=True)
class Opening:
    """The parts of a head as pieces; ``end`` is the index of the first line after it."""

    letterhead: tuple[Piece, ...] = ()
    type: Piece | None = None
    subject: tuple[Piece, ...] = ()
    addressees: tuple[Piece, ...] = ()
    end: int = 0


@dataclass
class _Reader:
    lines: list[Line]
    found: list[Piece]
    gaps: Gaps
    at: int = 0
    letterhead: list[Piece] = field(default_factory=list)
    type: Piece | None = None
    subject: list[Piece] = field(default_factory=list)
    addressees: list[Piece] = field(default_factory=list)
    end: int = 0

    def read(self) -> Opening:
        """Take the pieces in order until one of them can only be the body."""
        last = self._last_anchor()
        while self.at < len(self.found) and self._take(last):
            pass
        return Opening(tuple(self.letterhead), self.type, tuple(self.subject), tuple(self.addressees), self.end)

    def _last_anchor(self) -> int:
        """Index of the last number, date or title of the letterhead; -1 if there is none."""
        last, at_line = -1, 0
        for i, piece in enumerate(self.found):
            if _BODY_BEGINS.match(piece.low) or piece.line > at_line + 40:
                break
            if piece.kind != "text":
                last, at_line = i, piece.line
        return last

    def _take(self, last: int) -> bool:
        """Take the piece at hand as a part of the head; False if the head is over."""
        piece = self.found[self.at]
        if self._is_type(piece, last):
            self.type = piece
            self._done(piece)
            self._read_subject()
            return True
        if _ADDRESS.match(piece.low) or (self.type and not self.addressees and _CABLE.fullmatch(piece.low)):
            self._read_addressees()
            return self.at <= last
        if self.type is not None and piece.kind == "text":
            return False
        if piece.kind == "text" and not self.subject and self._opens_subject(piece):
            self._read_side_subject()
            return True
        if self.at <= last or (piece.kind == "text" and self._announces(last)):
            self.letterhead.append(piece)
            self._done(piece)
            return True
        return False

    def _done(self, piece: Piece) -> None:
        self.at += 1
        self.end = max(self.end, _last_line(piece, self.lines) + 1)

    def _is_type(self, piece: Piece, last: int) -> bool:
        if self.type or piece.kind != "text" or not (piece.upper or len(piece.text) < 24):
            return False
        named = type_line(piece.text)
        if not named or piece.low.rstrip().endswith((";", ",")) or (_RESOLVES.fullmatch(piece.low) and last < 0):
            return False
        if not piece.upper and (named[2] or last < 0):
            return False
        # A title put above the letterhead by a converter is not the name of the kind.
        return last < 0 or any(p.kind != "text" and p.start < piece.start for p in self.found)

    def _opens_subject(self, piece: Piece) -> bool:
        numbered = any(p.kind == "number" for p in self.letterhead)
        if self._is_bare_subject(piece):
            return True
        return _STRONG_SUBJECT.match(piece.low) is not None or (
            numbered and _SUBJECT.match(piece.low) is not None and not piece.upper
        )

    def _is_bare_subject(self, piece: Piece) -> bool:
        """The Party prints the subject of a công văn under its number, at times without "V/v" or "Về"."""
        above = self.letterhead[-1] if self.letterhead else None
        if above is None or above.kind != "number" or piece.upper or is_mark(piece) or has_bullet(piece.text):
            return False
        ahead = self.found[self.at + 1 : self.at + 16]
        addressed = any(_ADDRESS.match(p.low) for p in ahead) and not any(self._is_type(p, self.at) for p in ahead)
        return addressed and len(piece.text) > 8 and ":" not in piece.text and not opens_body(piece.low)

    def _announces(self, last: int) -> bool:
        """Loose lines (issuer, marks, a running title) may stand above the name of the kind or the addressees."""
        if self.at > max(last + 4, 12) or opens_body(self.found[self.at].low):
            return False
        ahead = self.found[self.at + 1 : self.at + 10]
        return any(self._is_type(p, last) or _ADDRESS.match(p.low) or _STRONG_SUBJECT.match(p.low) for p in ahead)

    def _read_subject(self) -> None:
        """The lines under the name of the kind, up to a rule, the addressees, or the body."""
        assert self.type is not None
        previous = self.type
        while self.at < len(self.found):
            piece = self.found[self.at]
            if piece.kind != "text" and all(p.kind != piece.kind for p in self.letterhead):
                if self.subject or piece.line - self.type.line > 5:
                    break
                self.letterhead.append(piece)  # put in between by the extractor
                self._done(piece)
                continue
            if not self._continues_subject(previous, piece):
                break
            self.subject.append(piece)
            self._done(piece)
            previous = piece
        while self.at < len(self.found) and self._is_authority(self.found[self.at]):
            self._done(self.found[self.at])

    def _continues_subject(self, previous: Piece, piece: Piece) -> bool:
        if _ADDRESS.match(piece.low) or _CABLE.fullmatch(piece.low) or _RESOLVES.fullmatch(piece.low):
            return False
        titled = self.type is not None and type_line(self.type.text)
        if not self.subject and not (titled and titled[2]):
            return not _is_sentence(piece) and not re.match(r"căn cứ\b|điều 1\b|[ivx]+[.)] |\(", piece.low)
        if self.gaps.ruled(previous, piece) or len(self.subject) > 14:
            return False
        if hangs(previous.low) and not _is_sentence(piece):
            return not (_GROUND.match(piece.low) and piece.text[0].isupper())
        if _is_sentence(piece) or piece.text.startswith("("):
            return False
        gap = self.gaps.between(previous, piece)
        if piece.upper:
            linked = not gap or _LINKS.match(piece.low) is not None
            return previous.upper and linked and not self._is_authority(piece)
        return self._goes_on_with(previous, piece, gap)

    def _goes_on_with(self, previous: Piece, piece: Piece, gap: bool) -> bool:
        """Whether a line in small letters goes on the subject whose last line may be complete."""
        if goes_on(piece.text):
            return not gap or not previous.text.endswith((".", ";", ":"))
        if len(self.subject) == 1 and previous.low.startswith("của ") and _SUBJECT.match(piece.low):
            return True
        if gap or previous.text.endswith((".", ";")) or opens_body(piece.low) or states(piece.low):
            return False
        if may_hang(previous.low) and not _off_centre(previous, piece):
            return True
        return len(piece.text) < 110 and not self._runs_into_a_sentence()

    def _runs_into_a_sentence(self) -> bool:
        """True when the line at hand goes on to a full stop before anything else opens: then it is the body's first."""
        for i, piece in enumerate(self.found[self.at : self.at + 7]):
            if i and not goes_on(piece.text) and (opens_body(piece.low) or states(piece.low)):
                return False
            if piece.text.endswith((".", ";", ":")):
                return True
        return False

    def _is_authority(self, piece: Piece) -> bool:
        """The body that decides stands in capitals above the grounds of a decision or resolution."""
        if not piece.upper or _CABLE.fullmatch(piece.low) or not _DECIDER.match(piece.low):
            return False
        ahead = self.found[self.at + 1 : self.at + 4]
        return any(re.match(r"\W*(?:căn cứ|xét|khóa|theo)\b", p.low) for p in ahead)

    def _read_side_subject(self) -> None:
        """The subject of a công văn, under its number; the other column may stand between its lines."""
        first = self.found[self.at]
        self.subject.append(first)
        self._done(first)
        previous = first
        while self.at < len(self.found) and len(self.subject) < 14:
            piece = self.found[self.at]
            if piece.kind != "text":
                self.letterhead.append(piece)
                self._done(piece)
                continue
            if not self._continues_side_subject(first, previous, piece):
                break
            self.subject.append(piece)
            self._done(piece)
            previous = piece

    def _continues_side_subject(self, first: Piece, previous: Piece, piece: Piece) -> bool:
        low = piece.low
        if _ADDRESS.match(low) or (type_line(piece.text) and piece.upper) or (piece.upper and len(low) > 6):
            return False
        if hangs(previous.low) or goes_on(piece.text):
            return not (self.gaps.between(previous, piece) and previous.text.endswith((".", ";", ":")))
        if opens_body(low) or _is_sentence(piece) or previous.text.endswith((".", ";")):
            return False
        return not self.gaps.between(previous, piece) and len(piece.text) <= max(60, len(first.text) + 20)

    def _read_addressees(self) -> None:
        """ "Kính gửi" or "… điện:" and the bodies under it."""
        first = self.found[self.at]
        self.addressees.append(first)
        self._done(first)
        items: list[Piece] = [first]
        while self.at < len(self.found):
            piece = self.found[self.at]
            if piece.kind != "text" or not self._continues_addressees(items, piece):
                break
            self.addressees.append(piece)
            items.append(piece)
            self._done(piece)

    def _continues_addressees(self, items: list[Piece], piece: Piece) -> bool:
        previous, low = items[-1], piece.low
        opened = _ADDRESS.fullmatch(previous.low) is not None or previous.low.endswith("điện:")
        listed = any(_BULLET.match(p.text) or ": -" in p.text for p in items) or opened
        if _BULLET.match(piece.text) and len(piece.text) < 400:
            return (listed and not previous.text.endswith(".")) or opened
        if opened and not opens_body(low):
            return True
        gap = self.gaps.between(previous, piece)
        if goes_on(piece.text):
            return not gap or not previous.text.endswith((".", ";", ":"))
        if opens_body(low) or previous.text.endswith(".") or _is_sentence(piece):
            return False
        if previous.text.endswith((";", ",")):
            return len(piece.text) < 120 and not gap and not states(low)
        return (not gap and hangs(previous.low)) or (
            not gap and len(previous.text) > 45 and len(piece.text) < 60 and not states(low)
        )


def _is_sentence(piece: Piece) -> bool:
    """A long line that ends as a sentence does is a paragraph of the body."""
    return len(piece.text) > 120 and piece.text.endswith((".", ":", ";", "./."))


def _last_line(piece: Piece, lines: list[Line]) -> int:
    line = piece.line
    while line + 1 < len(lines) and lines[line + 1].start < piece.end:
        line += 1
    return line


def read_opening(lines: list[Line], limit: int) -> Opening:
    """The head in ``lines[:limit]``; an empty :class:`Opening` if the text begins with its body."""
    written, stop = 0, 0
    for line in lines[:limit]:
        written += not line.blank
        stop = line.index + 1
        if written > _HEAD_LINES or _BODY_BEGINS.match(spelled(line.text)):
            break
    return _Reader(lines, pieces(lines[:stop]), Gaps(lines)).read()


def without_bullet(text: str) -> str:
    """An item of a list without its dash."""
    return _BULLET.sub("", text, count=1) if _BULLET.match(text) else text


def has_bullet(text: str) -> bool:
    """True for an item of a list that begins with a dash or another sign."""
    return _BULLET.match(text) is not None


def address_label(text: str) -> int:
    """Length of "Kính gửi:" or "… điện:" at the start of ``text`` (spelled); 0 if there is none."""
    low = spelled(text)
    found = _ADDRESS.match(low) or _CABLE.match(low)
    return found.end() if found else 0


def _off_centre(previous: Piece, piece: Piece) -> bool:
    """Whether an indented line does not stand under the middle of the one above, as the next line of a subject does."""
    middle, other = (piece.column + len(piece.text) / 2 for piece in (previous, piece))
    return piece.column > 0 and abs(middle - other) > 4
