"""The left side of the review screen: the pages with the found places on them, or the text with its marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.pictures import MAX_SHOWN
from lienthong.registry.review.marking import marked_file, marked_text
from lienthong.registry.review.sheet import Row

PAGES, TEXT = "anh", "chu"
#: Longest label of a place, for who hears it.
_LABEL = 120


@dataclass(frozen=True, slots=True)
class Place:
    """A place on a page in points; ``owner`` is the key of the proposal that was read there, ``look`` a CSS class.

    The ``first`` place of a proposal is where its row leads.
    """

    owner: int
    look: str
    label: str
    x: float
    y: float
    width: float
    height: float
    first: bool


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    width: float
    height: float
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PaperFile:
    """One file: its pages, or without any its text; ``more`` pages are not shown."""

    file: DocumentFile
    pages: list[Page]
    more: int
    text: SafeString | str


@dataclass(frozen=True, slots=True)
class Paper:
    """``view`` is :data:`PAGES` (``files`` are filled) or :data:`TEXT`; there is a ``choice`` when a file has pages."""

    view: str
    choice: bool
    files: list[PaperFile]
    text: SafeString | str


def paper_of(document: OfficialDocument, rows: Iterable[Row], wanted: str) -> Paper:
    """What stands beside ``rows``: pages unless the text is ``wanted`` or no file has pages."""
    files = list(document.files.all())
    choice = any(file.page_sizes for file in files)
    if not choice or wanted == TEXT:
        return Paper(TEXT, choice, [], marked_text(document))
    kept = [row for row in rows if row.proposal.state != Proposal.State.REJECTED]
    return Paper(PAGES, choice, [_paper_file(file, kept) for file in files], "")


def _paper_file(file: DocumentFile, rows: list[Row]) -> PaperFile:
    sizes = file.page_sizes[:MAX_SHOWN]
    pages = [Page(number, width, height) for number, (width, height) in enumerate(sizes, 1)]
    for row in rows:
        if row.proposal.file_id == file.pk:
            _put(row, pages)
    for page in pages:
        # The smaller one of two that share a place lies above the other, where it can be pressed.
        page.places.sort(key=lambda place: -place.width * place.height)
    return PaperFile(file, pages, len(file.page_sizes) - len(pages), "" if pages else marked_file(file))


def _put(row: Row, pages: list[Page]) -> None:
    label = f"{row.label}: {row.value}"
    label = f"{label[:_LABEL]}…" if len(label) > _LABEL else label
    for index, (number, x0, y0, x1, y1, look) in enumerate(row.proposal.places):
        if number <= len(pages):
            place = Place(row.proposal.pk, look, label, x0, y0, max(1, x1 - x0), max(1, y1 - y0), index == 0)
            pages[number - 1].places.append(place)
