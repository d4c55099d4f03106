"""The sheet of a .docx: size, margins, page number, and how the parts of the head stand to each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from vanban.check.departures import Change, Departure
from vanban.check.formatting import TWIPS, Formats, integer
from vanban.check.model import Finding
from vanban.check.printed import Line
from vanban.check.rules import RuleSet
from vanban.sources.docx import WordFile
from vanban.sources.package import Package, W

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: Millimetres by which a length may differ: Word rounds what is typed in centimetres or inches.
_NEAR = 0.6
#: Letters that surely fill more than one page.
_TWO_PAGES = 3200
_SIDES = (("top", "trên"), ("bottom", "dưới"), ("left", "trái"), ("right", "phải"))
_SHAPES = {"drawing", "pict", "object"}
_RULE_TEXT = re.compile(r"[\s_—–‒-]{3,}")
Parts = dict[str, tuple[str, etree._Element]]
_FIVE = re.compile(r"\s*-{5}\s*")


class Sheet:
    """Looks at the page of one document."""

    def __init__(self, word: WordFile, lines: list[Line], formats: Formats, rules: RuleSet) -> None:
        self._word = word
        self._lines = lines
        self._formats = formats
        self._rules = rules

    def departures(self) -> Iterator[Departure]:
        """Everything about the sheet that departs from the rules."""
        if self._rules.page:
            yield from self._sections()
            yield from self._page_number()
        yield from self._head()

    def _sections(self) -> Iterator[Departure]:
        """What is wrong with the sheet of several sections alike is said once."""
        found: dict[Finding, Departure] = {}
        for section in self._word.body.iter(W + "sectPr"):
            for departure in self._size(section):
                found.setdefault(departure.finding, Departure(departure.finding)).changes.extend(departure.changes)
        yield from found.values()

    def _page(self, rule: str, message: str, proposal: str, changes: list[Change]) -> Departure:
        source = self._rules.cite(self._rules.page["source"])
        return Departure(Finding(rule, "error", message, proposal, source, mendable=bool(changes)), changes)

    def _size(self, section: etree._Element) -> Iterator[Departure]:
        page = self._rules.page
        sheet, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
        if sheet is None:
            return
        width, height = (_millimetres(sheet, name) for name in ("w", "h"))
        sizes = (page["width"], page["height"])
        lying = width > height
        if not _near((width, height), sizes[::-1] if lying else sizes):
            yield self._page(
                "page.size",
                f"Khổ giấy {width:.0f} x {height:.0f} mm; quy định là A4 (210 x 297 mm).",
                "Đặt khổ giấy A4.",
                [Change(sheet, "page_size", sizes[::-1] if lying else sizes)],
            )
        if margins is None or lying:
            return  # the decree gives no margins for tables set across the sheet
        for side, name in _SIDES:
            value = _millimetres(margins, side) + (_millimetres(margins, "gutter") if side == "left" else 0)
            least, most = page[side]
            if not least - _NEAR <= abs(value) <= most + _NEAR:
                wanted = f"{least}" if least == most else f"{least} đến {most}"
                yield self._page(
                    f"page.margin-{side}",
                    f"Lề {name} {value:.0f} mm; quy định {wanted} mm.",
                    f"Đặt lề {name} {least} mm.",
                    [Change(margins, f"margin-{side}", least)],
                )

    def _page_number(self) -> Iterator[Departure]:
        section = next(self._word.body.iter(W + "sectPr"), None)
        if section is None:
            return
        parts = _references(self._word.package, section)
        shown = [paragraph for kind in ("default", "even") for paragraph in _numbered(parts, f"header-{kind}")]
        first = section.find(W + "titlePg")
        apart = first is not None and first.get(W + "val") not in ("0", "false", "off")
        if not shown:
            yield from self._no_number(parts)
            return
        if not apart:
            yield self._page(
                "page.number-first",
                "Số trang hiện cả ở trang thứ nhất.",
                "Chọn “trang đầu khác” để trang thứ nhất không có số.",
                [Change(section, "title-page", True)],
            )
        elif any(True for _ in _numbered(parts, "header-first")):
            yield self._page("page.number-first", "Số trang hiện cả ở trang thứ nhất.", "Xóa số ở trang đầu.", [])
        for paragraph in shown:
            for departure in self._number_paragraph(paragraph):
                departure.part = next(
                    name for name, part in parts.values() if part is paragraph.getroottree().getroot()
                )
                yield departure

    def _no_number(self, parts: Parts) -> Iterator[Departure]:
        letters = sum(len(line.text) for line in self._lines)
        below = any(True for name in parts if name.startswith("footer") for _ in _numbered(parts, name))
        if below:
            yield self._page(
                "page.number-place", "Số trang ở lề dưới.", "Đặt số trang ở giữa lề trên; xóa ở lề dưới.", []
            )
        elif letters > _TWO_PAGES:
            yield self._page(
                "page.number-missing", "Văn bản nhiều trang không có số trang.", "Thêm số trang ở giữa lề trên.", []
            )

    def _number_paragraph(self, paragraph: etree._Element) -> Iterator[Departure]:
        look = self._formats.paragraph(paragraph)
        frame = paragraph.find(f"{W}pPr/{W}framePr")
        tabbed = any(True for _ in paragraph.iter(W + "tab", W + "ptab"))
        framed = frame is not None or next(paragraph.iterancestors(W + "txbxContent"), None) is not None
        if look.align != "center" and not tabbed and not framed:
            change = Change(paragraph, "align", "center")
            yield self._page("page.number-align", "Số trang không ở giữa.", "Canh giữa số trang.", [change])
        least, most = self._rules.page["number_size"]
        wrong = []
        for run in paragraph.iter(W + "r"):
            size = self._formats.run(run, paragraph).size
            if (run.find(W + "instrText") is not None or run.find(W + "t") is not None) and not least <= size <= most:
                wrong.append((run, size))
        if wrong:
            changes = [Change(run, "size", min(max(size, least), most)) for run, size in wrong]
            wanted = f"{least}" if least == most else f"{least} đến {most}"
            yield self._page(
                "page.number-size", f"Cỡ chữ số trang {wrong[0][1]:g}; quy định {wanted}.", "Sửa cỡ chữ.", changes
            )

    def _head(self) -> Iterator[Departure]:
        """What stands under and beside what in the head."""
        by_component: dict[str, list[Line]] = {}
        for line in self._lines:
            by_component.setdefault(line.component or "", []).append(line)
        title, issuer, motto, subject = (
            by_component.get(name, []) for name in ("national-title", "issuer", "motto", "subject")
        )
        numbers, dates = by_component.get("number", []), by_component.get("place-date", [])
        if title and issuer and _share("tr", title[0], issuer[0]) and _column(title[0]) < _column(issuer[0]):
            yield from self._plain("head-sides", title[0])
        if numbers and dates and _share("tbl", numbers[0], dates[0]) and not _share("tr", numbers[0], dates[0]):
            yield from self._plain("head-rows", dates[0])
        shapes = self._shapes_above_body()
        party = self._rules.system == "party"
        under = title if party else motto
        if under and not shapes and not self._ruled(under):
            yield from self._plain("motto-line", under[-1])
        if issuer and not (shapes if not party else 0) and not self._ruled(issuer, star=party):
            yield from self._plain("issuer-star" if party else "issuer-line", issuer[-1])
        if subject and not (shapes > 2 and not party) and not self._ruled(subject, dashes=party):
            yield from self._plain("subject-dashes" if party else "subject-line", subject[-1])

    def _plain(self, rule: str, line: Line) -> Iterator[Departure]:
        finding = self._rules.finding(rule, line.span, paragraphs=(line.number,))
        if finding is not None:
            yield Departure(finding)

    def _shapes_above_body(self) -> int:
        """Drawn shapes above the first paragraph of the body; where they lie on the page is not known."""
        last = max((line.number for line in self._lines if line.component in ("type", "subject", "number")), default=0)
        paragraphs = {id(item.element): item.element for item in self._word.paragraphs[: last + 2]}
        return sum(_shapes(paragraph) for paragraph in paragraphs.values())

    def _ruled(self, lines: list[Line], *, star: bool = False, dashes: bool = False) -> bool:
        """Is there a rule (or star, or five dashes) at or under these lines?"""
        last = lines[-1]
        if not star and not dashes and any(self._underlined(line) for line in lines):
            return True
        below = self._word.paragraphs[last.number - 1 : last.number + 3]
        for index, item in enumerate(below):
            same_cell = next(item.element.iterancestors(W + "tc"), None) is last.cell
            if not same_cell:
                break
            text = item.text if index else item.text.rpartition("\n")[2] if not last.alone else ""
            if star or dashes:
                if re.fullmatch(r"\s*\*+\s*", text) if star else _FIVE.fullmatch(text):
                    return True
            elif (
                _RULE_TEXT.fullmatch(text) or item.element.find(f"{W}pPr/{W}pBdr") is not None or _shapes(item.element)
            ):
                return True
        return False

    def _underlined(self, line: Line) -> bool:
        return any(self._formats.run(run.element, line.paragraph).underline for run in line.runs)


def _references(package: Package, section: etree._Element) -> Parts:
    """Headers and footers of a section by "header-default", "footer-first" …: names of the parts and their roots."""
    relations = package.part("word/_rels/document.xml.rels")
    targets = {} if relations is None else {item.get("Id"): item.get("Target") or "" for item in relations}
    found: Parts = {}
    for kind in ("header", "footer"):
        for reference in section.findall(f"{W}{kind}Reference"):
            name = _part_name(targets.get(reference.get(_R + "id")))
            part = package.part(name) if name else None
            if part is not None:
                found[f"{kind}-{reference.get(W + 'type') or 'default'}"] = (name or "", part)
    return found


def _part_name(target: str | None) -> str | None:
    """The name of a part from the target of a relation of the main document."""
    if not target:
        return None
    return target[1:] if target.startswith("/") else f"word/{target}"


def _numbered(parts: Parts, kind: str) -> Iterator[etree._Element]:
    """The paragraphs of a header or footer that hold a PAGE field."""
    for paragraph in parts[kind][1].iter(W + "p") if kind in parts else ():
        fields = [item.text or "" for item in paragraph.iter(W + "instrText")]
        fields += [item.get(W + "instr") or "" for item in paragraph.iter(W + "fldSimple")]
        if any(field.split()[:1] == ["PAGE"] for field in fields):
            yield paragraph


def _millimetres(element: etree._Element, name: str) -> float:
    return (integer(element.get(W + name)) or 0) / TWIPS


def _near(found: Iterable[float], wanted: Iterable[float]) -> bool:
    return all(abs(a - b) <= 1 for a, b in zip(found, wanted, strict=True))


def _shapes(paragraph: etree._Element) -> int:
    return sum(1 for item in paragraph.iter() if isinstance(item.tag, str) and item.tag.rpartition("}")[2] in _SHAPES)


def _share(name: str, a: Line, b: Line) -> bool:
    """True when two lines are in one row ("tr") or table ("tbl")."""
    if a.cell is None or b.cell is None:
        return False
    return next(a.cell.iterancestors(W + name)) is next(b.cell.iterancestors(W + name))


def _column(line: Line) -> int:
    assert line.cell is not None
    return sum(1 for item in line.cell.itersiblings(W + "tc", preceding=True))
