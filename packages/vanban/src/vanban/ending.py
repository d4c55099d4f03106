"""Where a document ends: "Nơi nhận" and the signature beside, under or above it, and what signing programs added."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from vanban.folding import UPPER, one_of, spelled
from vanban.lines import Line, Piece, is_rule, split_at_gaps
from vanban.opening import has_bullet
from vanban.recipients import narrowed
from vanban.signature import (
    AUTHORITY,
    bare_name,
    cut_points,
    is_authority,
    is_signature_text,
    is_signed_note,
    is_title,
)
from vanban.types import type_line
from vanban.wording import goes_on

_LABEL = re.compile(r"nơi nhận\s*(?:[:.]|$|\s(?=[-+•*])|\s+(?=như trên))")
_ARTEFACT = re.compile(
    r"^"
    + one_of("""
        người ký, ký bởi, ký số bởi, signer, signed by, email, cơ quan, tổ chức, thời gian ký, ngày ký, chức vụ, serial,
        reason, location, date
    """)
    + r"\s?:|"
    + one_of(r"""
        đã ký lên văn bản, \d{4}-\d\d-\d\dt\d\d:, digitally signed, signature (?:not )?(?:verified|valid),
        chứng thực số, ^ban cơ yếu chính phủ, văn bản (?:này )?(?:được|đã) ký số, ^ký điện tử, @\w+\.gov\.vn,
        xác thực.*chữ ký số, ^\d\d?[./-]\d\d?[./-]\d{4}\W? \d\d?:\d\d, ^\d\d?:\d\d(?::\d\d)?\W? \d\d?/\d\d?/\d{4}
    """)
)
#: No line of a list or a signature is longer, the columns put side by side included.
_LONGEST = 3000
_PAGE = re.compile(r"(?:trang )?\d{1,3}(?:\s?/\s?\d{1,3})?")
_APPENDIX = re.compile(
    r"(?:PHỤ LỤC|PHỤ BIỂU|BIỂU MẪU|MẪU SỐ|MẪU BIỂU|BIỂU SỐ)\b|"
    r"(?:Phụ lục|Mẫu|Biểu mẫu|Phụ biểu)(?: số)?(?: ?(?:[IVXLC]+|\d+(?:\.\d+)?)[A-Za-z]?)?\s*"
    rf"(?:$|[.:]?\s*(?=[{UPPER}]{{3}}|\())"
)
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM")
_ATTACHED = re.compile(r"(?:\(\s*(?:ban hành )?(?:đính )?kèm theo\b|(?:ban hành )?kèm theo\b.{3,200}$)")


@dataclass(frozen=True, slots=True)
class Ending:
    """The pieces of "Nơi nhận" (its label first) and of the signature; lines ``start`` to ``end`` hold them."""

    recipients: tuple[Piece, ...]
    signature: tuple[Piece, ...]
    start: int
    end: int


@dataclass
class _Reader:
    lines: list[Line]
    text: str
    recipients: list[Piece] = field(default_factory=list)
    signature: list[Piece] = field(default_factory=list)
    named: bool = False
    strays: int = 0

    def read(self, start: int) -> int:
        """Read from line ``start``; returns the line after the ending."""
        end = index = start
        while index < len(self.lines) and index < start + 250:
            line = self.lines[index]
            if not line.blank and not is_rule(line.masked.strip()):
                if self._is_over(index):
                    break
                if not self._take_line(line):
                    self.strays += 1
                    if self.strays > 2 or self.named:
                        break
                else:
                    self.strays = 0
                    end = index + 1
            index += 1
        return end

    def _is_over(self, index: int) -> bool:
        line = self.lines[index]
        if self.named:
            return is_appendix(self.lines, index)
        if self.signature and _is_letterhead(self.lines, index):
            return True
        return bool(self.signature or self.recipients) and _APPENDIX.match(line.text.strip("| ")) is not None

    def _take_line(self, line: Line) -> bool:
        """Take every piece of a line; False if one of them belongs to neither list nor signature."""
        if is_artefact(line.text):
            return True
        # Every piece is taken, also behind one that is not understood.
        taken = [self._take(part) for gap in split_at_gaps(line, 0, len(line.masked)) for part in self._parts(gap)]
        return all(taken)

    def _parts(self, piece: Piece) -> list[Piece]:
        """A piece cut where an extractor put list and signature, or several signature lines, one after the other."""
        text = piece.text
        if len(text) > _LONGEST:
            return [piece]
        points = cut_points(text)
        if not is_signature_text(text) and (_LABEL.match(piece.low) or has_bullet(text) or self._list_is_open()):
            points = [p for p in points if AUTHORITY.match(text, p)][:1]
            capitals = re.search(rf"(?<=[;,.:]) (?=[{UPPER}]{{2,}} [{UPPER} ,.-]+$)", text)
            if not points and capitals and is_title(text[capitals.end() :]):
                points = [capitals.end()]
            name = re.search(rf"(?<=\.) (?=(?:[{UPPER}][^\W\d_]+ ){{1,4}}[{UPPER}][^\W\d_]*$)", text)
            if not points and name and "lưu" in piece.low and bare_name(text[name.end() :]):
                points = [name.end()]
            if points and cut_points(text[points[0] :]):
                points += [points[0] + p for p in cut_points(text[points[0] :])]
        elif self.recipients:
            item = re.search(r"(?<=[^\W\d_a-z]) (?=[-–+] ?\S.*[^\W\d_].*[;,.]$)", text)
            if item and any(c.islower() for c in text[item.end() :]):
                points = sorted({*points, item.end()})
        label = re.search(r"(?<=\S)\s+(?=Nơi nhận ?:)", text)
        if label:
            points = sorted({*points, label.end()})
        parts, cursor = [], piece.start
        for start, end in zip([0, *points], [*points, len(text)], strict=True):
            part = text[start:end].strip()
            if part:
                parts.append(narrowed(piece, part, self.text, cursor) if points else piece)
                cursor = parts[-1].end
        return parts

    def _list_is_open(self) -> bool:
        return bool(self.recipients) and not self._list_is_closed()

    def _list_is_closed(self) -> bool:
        """The list ends with the archive ("Lưu: VT.") and a full stop."""
        last = next((p for p in reversed(self.recipients) if has_bullet(p.text) or p is self.recipients[0]), None)
        if last is None or not self.recipients:
            return True
        return "lưu" in last.low and self.recipients[-1].text.endswith(".")

    def _take(self, piece: Piece) -> bool:
        """Take a piece into the list or the signature; False if it belongs to neither."""
        if is_artefact(piece.text) or is_signed_note(piece.text) or _PAGE.fullmatch(piece.low) or piece.low == "kiêm":
            return True
        if _LABEL.match(piece.low):
            if self.recipients:  # that of another document
                return False
            self.recipients.append(piece)
            return True
        if self.recipients and has_bullet(piece.text) and not self._after_list(piece) and not self._ends_title(piece):
            self.recipients.append(piece)
            return True
        kind = self._signature_kind(piece)
        if kind:
            # Another authority begins another signature.
            self.named = kind == "name" or (self.named and not is_authority(piece.text))
            self.signature.append(replace(piece, kind=kind))
            return True
        if self._goes_on_item_of_list(piece):
            self.recipients.append(piece)
            return True
        return False

    def _signature_kind(self, piece: Piece) -> str | None:
        """ "title" for a line of authority or title, "name" for the signer's name, else None."""
        if is_signature_text(piece.text):
            return "title"
        small = is_title(piece.text) and len(piece.text) < 45 and piece.text[0].isupper()
        if small and not has_bullet(piece.text) and not self._list_is_open():
            return "title"
        if self.signature and not self.named and self._goes_on_title(piece):
            return "title"
        return "name" if self._is_name(piece) else None

    def _goes_on_item_of_list(self, piece: Piece) -> bool:
        if self._list_is_open() and (not self._signed_after_list() or self._goes_on_list(piece)):
            # A list with dashes whose items take six lines more is no list.
            return not (_has_dashes(self.recipients) and all(not has_bullet(p.text) for p in self.recipients[-6:]))
        closed = bool(self.recipients) and self._list_is_closed() and not self.signature
        return closed and goes_on(piece.text) and len(piece.text) < 60

    def _signed_after_list(self) -> bool:
        """True when the whole signature stands behind or beside the list; a text without a dash may be anything."""
        return self.named and self.signature[-1].start > self.recipients[0].start

    def _goes_on_list(self, piece: Piece) -> bool:
        last = self.recipients[-1]
        near = piece.line <= last.line + 2 and abs(piece.column - last.column) < 12
        return near or goes_on(piece.text)

    def _after_list(self, piece: Piece) -> bool:
        """A dash far below a closed list and a signature begins another text."""
        return self._list_is_closed() and self.named and piece.line > self.recipients[-1].line + 3

    def _goes_on_title(self, piece: Piece) -> bool:
        """Capitals under an authority or title belong to it, unless they are a name or go on an item of the list."""
        return piece.upper and bare_name(piece.text) is None and not self._in_list_column(piece)

    def _ends_title(self, piece: Piece) -> bool:
        """Capitals after a dash may end a title that is broken at the dash ("TRƯỞNG PHÒNG VĂN HÓA / - XÃ HỘI")."""
        if not self.signature or self.named or not piece.upper or "lưu" in piece.low:
            return False
        return self.signature[-1].start > self.recipients[-1].start and piece.line <= self.signature[-1].line + 2

    def _in_list_column(self, piece: Piece) -> bool:
        """Capitals that go on an item of the list ("- Đảng ủy, HĐND, / UBND, UBMTTQVN xã")."""
        if not self._list_is_open() or is_authority(piece.text):
            return False
        last = self.recipients[-1]
        sign = self.signature[-1]
        near_list = abs(piece.column - last.column) < abs(piece.column - sign.column)
        return (
            near_list
            and piece.line == last.line + 1
            and not last.text.endswith((";", "."))
            and piece.text.endswith((";", ",", "."))
        )

    def _is_name(self, piece: Piece) -> bool:
        if bare_name(piece.text) is None or piece.text.endswith((";", ",")):
            return False
        if self.signature:
            return not (self._list_is_open() and self._goes_on_item(piece))
        return self._list_is_closed() and bool(self.recipients) and piece.line > self.recipients[-1].line

    def _goes_on_item(self, piece: Piece) -> bool:
        last = self.recipients[-1]
        return (
            piece.line <= last.line + 1
            and not last.text.endswith((";", ".", ","))
            and abs(piece.column - last.column) < 6
        )


def _is_letterhead(lines: list[Line], index: int) -> bool:
    """The head of a document that goes with this one: its issuer in capitals, then the State's or the Party's name."""
    ahead = [text for line in lines[index : index + 12] if (text := line.text.strip("| "))][:7]
    motto = next((at for at, text in enumerate(ahead) if _MOTTO.match(text)), None)
    return motto is not None and all(t.isupper() and not is_signature_text(t) for t in ahead[:motto] if t != "*")


def _has_dashes(pieces: list[Piece]) -> bool:
    return any(has_bullet(piece.text) for piece in pieces)


def is_artefact(text: str) -> bool:
    """True for what a signing program wrote: who signed, when, with which certificate."""
    return _ARTEFACT.search(spelled(text)) is not None


def is_appendix(lines: list[Line], index: int) -> bool:
    """True if an appendix or an attached document begins at a line: "PHỤ LỤC I", or a title over "(Kèm theo …)"."""
    text = lines[index].text.strip("| ")
    if _APPENDIX.match(text) and len(text) < 250:
        return True
    ahead = [line.text.strip("| ") for line in lines[index : index + 14] if not line.blank][:7]
    attached = next((i for i, line in enumerate(ahead) if _ATTACHED.match(spelled(line))), None)
    if attached == 0:
        return True
    small = not any(c.islower() for c in text)
    named = type_line(text) is not None and small
    return (attached is not None and (small and len(text) > 3 and not is_signature_text(text))) or named


def find_ending(lines: list[Line], text: str, after: int) -> Ending | None:
    """The ending of the main document; ``after`` is the line where its body begins. ``None`` if there is none."""
    label = next((i for i in range(after, len(lines)) if _has_label(lines[i])), None)
    start = _signature_above(lines, text, label, after) if label is not None else _signature_start(lines, after)
    if start is None:
        return None
    reader = _Reader(lines, text)
    end = reader.read(start)
    return Ending(tuple(reader.recipients), tuple(reader.signature), start, end)


def _has_label(line: Line) -> bool:
    low = spelled(line.masked)
    if "nhận" not in low or "nơi" not in low:
        return False
    found = [piece for piece in split_at_gaps(line, 0, len(line.masked)) if _LABEL.match(piece.low)]
    # Without its colon the label stands alone; in a row of a table of data it is the name of a column or a field.
    return any(":" in piece.text or piece.low == line.text.lower() for piece in found) or (
        "Nơi nhận:" in line.text and len(line.text) < 120 and AUTHORITY.search(line.text) is not None
    )


def _signature_above(lines: list[Line], text: str, label: int, after: int) -> int:
    """The line where the signature begins if it was taken out before "Nơi nhận"; else the label's own line."""
    start = index = label
    signed = False
    while index - 1 > after and label - index < 30:
        index -= 1
        line = lines[index]
        if line.blank:
            continue
        whole = line.text.strip("| ")
        if is_signature_text(whole) and len(whole) < 90:
            start, signed = index, True
        elif not (_stands_in_signature(whole) or (whole.isupper() and len(whole) < 60)):
            break
    return start if signed else label


def _stands_in_signature(text: str) -> bool:
    """True for what may stand between the lines of a signature: a name, a note, a stamp, a page number."""
    return bool(bare_name(text) or is_artefact(text) or is_signed_note(text) or _PAGE.fullmatch(text))


def _signature_start(lines: list[Line], after: int) -> int | None:
    """Without "Nơi nhận": the first authority line, or the last title in capitals with a name soon under it."""
    last = None
    for index in range(after, len(lines)):
        text = lines[index].text.strip("| ")
        if not text or len(text) > 90 or not any(c.isupper() for c in text[:3]):
            continue
        if _APPENDIX.match(text) and last is not None:
            break
        if is_authority(text) and text[:20].isupper():
            return index
        if is_title(text) and text.isupper() and _name_follows(lines, index):
            last = index
    return last


def _name_follows(lines: list[Line], index: int) -> bool:
    ahead = [line.text.strip("| ") for line in lines[index + 1 : index + 16] if not line.blank][:4]
    return any(bare_name(t) for t in ahead)
