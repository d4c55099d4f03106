"""What a .docx's styles say about text: hidden or in capitals, and which list a paragraph belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from vanban.sources.numbering import number_of, value_of
from vanban.sources.package import W

_OFF = ("0", "false", "off")


def _switch(properties: etree._Element | None, name: str) -> bool | None:
    element = None if properties is None else properties.find(W + name)
    return None if element is None else element.get(W + "val") not in _OFF


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    id: str | None
    caps: bool


class Styles:
    """Styles of one document, with what they inherit."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {} if root is None else {item.get(W + "styleId"): item for item in root.findall(W + "style")}
        self._default = next(
            (
                key
                for key, item in self._styles.items()
                if item.get(W + "type") == "paragraph" and item.get(W + "default") in ("1", "true")
            ),
            None,
        )

    def _chain(self, style: str | None) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style in self._styles and len(chain) < 20:
            chain.append(self._styles[style])
            style = value_of(chain[-1], "basedOn")
        return chain

    def paragraph(self, properties: etree._Element | None) -> ParagraphStyle:
        """Style of a paragraph with the given ``w:pPr``."""
        style = value_of(properties, "pStyle") or self._default
        caps = (_switch(item.find(W + "rPr"), "caps") for item in self._chain(style))
        return ParagraphStyle(style, next((value for value in caps if value is not None), False))

    def run(self, properties: etree._Element | None) -> tuple[bool, bool | None]:
        """Is a run with the given ``w:rPr`` hidden, and is it in capitals (None: as its paragraph)?"""
        if properties is None:
            return False, None
        chain = [properties, *(item.find(W + "rPr") for item in self._chain(value_of(properties, "rStyle")))]

        def first(name: str) -> bool | None:
            return next((value for item in chain if (value := _switch(item, name)) is not None), None)

        return bool(first("vanish")), first("caps")

    def list_of(self, properties: etree._Element | None) -> tuple[str | None, int | None]:
        """List number and level of a paragraph, its own or its style's; level None when only the list is named."""
        style = value_of(properties, "pStyle") or self._default
        candidates = [properties, *(item.find(W + "pPr") for item in self._chain(style))]
        number: str | None = None
        depth: int | None = None
        for item in candidates:
            if item is None or item.find(W + "numPr") is None:
                continue
            if depth is None and (level := value_of(item, "numPr/ilvl")) is not None:
                depth = number_of(level, 0)
            number = value_of(item, "numPr/numId")
            if number is not None:
                break
        return (None, None) if number in (None, "0") else (number, depth)
