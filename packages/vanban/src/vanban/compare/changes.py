"""What a local plan changed in a duty that it takes over: deadline, figures, rhythm, lead, words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.compare.counterparts import are_counterparts
from vanban.compare.model import Change, Phrase, Unit
from vanban.compare.terms import terms_of
from vanban.compare.wording import wording_changes
from vanban.folding import spelled
from vanban.rhythm import rhythm

_TIME = r"(?:giờ|ngày|tuần|tháng|qu[ýí]|năm)"
_LIMIT = re.compile(rf"(?:trong|sau|chậm nhất|không quá)(?:\s+(?:vòng|thời gian|thời hạn))?\s+0?(\d+)\s+({_TIME})\b")
_EVERY = re.compile(rf"ngày\s+0?(\d{{1,2}})\s+(?:h[àằ]ng\s+{_TIME}|(?:của\s+)?tháng\s+(?:cuối|đầu))")
_FIGURE = re.compile(r"(?<![\w/.,-])(\d+(?:[.,]\d+)*)\s*(%|[^\W\d_]+(?:\s[^\W\d_]+)?)")
_NO_TARGET = re.compile(rf"{_TIME}|h$|lần|số\b|kỳ|tuổi|độ")
_CITED = re.compile(
    r"số\s+\d+[/-][^\W\d_]\S*(?:\s+ngày\s+[\d/.]+)?|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{1,2}/\d{4}|\d{4}-\d{4}"
)


def changes_of(parent: Unit, child: Unit) -> tuple[Change, ...]:
    """The changes between two units of which one takes over the other."""
    return (
        *_deadlines(parent, child),
        *_targets(parent, child),
        *_rhythms(parent, child),
        *_leads(parent, child),
        *wording_changes(parent.text, child.text),
    )


def _deadlines(parent: Unit, child: Unit) -> Iterator[Change]:
    if parent.due and child.due:
        if parent.due != child.due or _differ(_start(parent), _start(child)):
            how = "sớm hơn" if child.due < parent.due else "muộn hơn" if child.due > parent.due else "khác thời gian"
            yield _told("deadline", parent.when, child.when, "Thời hạn {0} thành {1}" + f" ({how}).")
        return
    if parent.due and parent.when and not child.when:
        printed = " ".join(parent.when.split())
        yield Change("deadline", Phrase(printed), None, f"Không ghi thời hạn; cấp trên ghi “{printed}”.", expected=True)
        return
    for pattern in (_LIMIT, _EVERY):
        above, below = (pattern.search(spelled(_all(unit))) for unit in (parent, child))
        if above and below and above.groups() != below.groups():
            yield _told("deadline", above[0], below[0], "Thời hạn {0} thành {1}.")
            return


def _start(unit: Unit) -> str | None:
    """The first day of a printed stretch, as printed, where there is one."""
    found = re.search(r"từ\s+(?:ngày\s+)?([\d/.-]+)", spelled(unit.when or ""))
    return found[1] if found else None


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _all(unit: Unit) -> str:
    return " ; ".join(part for part in (unit.text, unit.when, unit.frequency) if part)


def _told(kind: str, old: str | None, new: str | None, message: str) -> Change:
    before, after = (" ".join((text or "").split()) for text in (old, new))
    return Change(kind, Phrase(before), Phrase(after), message.format(f"“{before}”", f"“{after}”"))  # type: ignore[arg-type]


def _figures(unit: Unit) -> dict[str, list[tuple[str, Phrase]]]:
    """Figures that a unit sets, by what they count: "200 hộ" under "hộ"; days, times and cited numbers left out."""
    plain = spelled(unit.text)
    plain = _CITED.sub(lambda found: "\0" * len(found[0]), plain)
    figures: dict[str, list[tuple[str, Phrase]]] = {}
    for found in _FIGURE.finditer(plain):
        counted = found[2].split()
        if _NO_TARGET.match(found[2]):
            continue
        number = found[1].replace(".", "").lstrip("0") if "," not in found[1] else found[1]
        end = found.start(2) + len(counted[0])
        figures.setdefault(counted[0], []).append((number, Phrase(unit.text[found.start() : end], found.start(), end)))
    return figures


def _targets(parent: Unit, child: Unit) -> Iterator[Change]:
    below = _figures(child)
    for counted, figures in _figures(parent).items():
        others = list(below.get(counted, ()))
        for number, old in figures:
            near = max(others, key=lambda other: _context(parent, old, child, other[1]), default=None)
            if near is None or not _context(parent, old, child, near[1]):
                continue
            others.remove(near)
            if near[0] != number:
                yield Change("target", old, near[1], f"Chỉ tiêu “{old.text}” thành “{near[1].text}”.")


_CLAUSE_END = re.compile(r"[.;]\s")


def _context(parent: Unit, old: Phrase, child: Unit, new: Phrase) -> int:
    """How much says that both figures count the same thing: 0 for two shares of different wholes."""
    shared = len(_clause(parent.text, old) & _clause(child.text, new))
    return shared if old.text.endswith("%") else 1 + shared


def _clause(text: str, figure: Phrase) -> set[str]:
    """The terms of the clause in which a figure stands."""
    start, end = figure.start or 0, figure.end or 0
    return set(terms_of(f"{_CLAUSE_END.split(text[:start])[-1]} {_CLAUSE_END.split(text[end:])[0]}"))


def _rhythm(unit: Unit) -> tuple[tuple[object, ...], str]:
    """What recurs how often, and the words that say it; both empty where nothing recurs at a known distance."""
    found = rhythm(unit.frequency or unit.text)
    place = found.spans.get("rhythm") or found.spans.get("reruns")
    if place is None:
        return (), ""
    words = found.text[place.start : place.end]
    if found.rrule is None:
        return (("reruns", found.reruns, found.reruns_per) if found.reruns else ()), words
    alone = rhythm(words)  # a day on which it is due is told as a deadline
    return (alone.rrule or found.rrule, found.per), words


def _rhythms(parent: Unit, child: Unit) -> Iterator[Change]:
    (above, old), (below, new) = _rhythm(parent), _rhythm(child)
    if above and below and above != below:
        yield _told("rhythm", old, new, "Tần suất {0} thành {1}.")


def _leads(parent: Unit, child: Unit) -> Iterator[Change]:
    if not (parent.lead and child.lead) or _same_bodies(parent.lead, child.lead):
        return
    local = are_counterparts(parent.lead, child.lead)
    old, new = "; ".join(parent.lead), "; ".join(child.lead)
    message = f"Chủ trì “{old}” thành “{new}”" + (", cơ quan tương ứng ở cấp dưới." if local else ".")
    yield Change("lead", Phrase(old), Phrase(new), message, local)


def _same_bodies(above: tuple[str, ...], below: tuple[str, ...]) -> bool:
    return len(above) == len(below) and all(spelled(a) == spelled(b) for a, b in zip(above, below, strict=True))
