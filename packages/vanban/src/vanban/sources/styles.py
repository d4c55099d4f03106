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


def _first(chain: list[etree._Element | None], name: str) -> bool | None:
    return next((value for item in chain if (value := _switch(item, name)) is not None), None)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    id: str | None
    caps: bool
    hidden: bool


class Styles:
    """Styles of one document, with what they inherit."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = {} if root is None else {item.get(W + "styleId"): item for item in root.findall(W + "style")}
        self._defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default = next(
            (
                key
                for key, item in self._styles.items()
                if item.get(W + "type") == "paragraph" and item.get(W + "default") in ("1", "true")
            ),
            None,
        )
        # Documents use a handful of styles for all their paragraphs.
        self._chains: dict[str | None, list[etree._Element]] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._lists: dict[str | None, tuple[str | None, int | None]] = {}

    def _chain(self, style: str | None) -> list[etree._Element]:
        if style not in self._chains:
            self._chains[style] = self._based_on(style)
        return self._chains[style]

    def _based_on(self, style: str | None) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style in self._styles and len(chain) < 20:
            chain.append(self._styles[style])
            style = value_of(chain[-1], "basedOn")
        return chain

    def paragraph(self, properties: etree._Element | None) -> ParagraphStyle:
        """Style of a paragraph with the given ``w:pPr``."""
        style = value_of(properties, "pStyle") or self._default
        if style not in self._paragraphs:
            chain = [item.find(W + "rPr") for item in self._chain(style)]
            self._paragraphs[style] = ParagraphStyle(style, bool(_first(chain, "caps")), bool(_first(chain, "vanish")))
        return self._paragraphs[style]

    def run(self, properties: etree._Element | None) -> tuple[bool | None, bool | None]:
        """Is a run with the given ``w:rPr`` hidden, and is it in capitals (None: as its paragraph)?"""
        if properties is None:
            return None, None
        style = value_of(properties, "rStyle")
        if style is None:
            return _switch(properties, "vanish"), _switch(properties, "caps")
        chain = [properties, *(item.find(W + "rPr") for item in self._chain(style))]
        return _first(chain, "vanish"), _first(chain, "caps")

    def font(self, properties: etree._Element | None, style: str | None) -> str | None:
        """The font of a run with the given ``w:rPr`` in a paragraph of the given style; None for one of the theme."""
        chains = (self._chain(value_of(properties, "rStyle")), self._chain(style))
        places = [properties, *(item.find(W + "rPr") for chain in chains for item in chain), self._defaults]
        for place in places:
            fonts = None if place is None else place.find(W + "rFonts")
            if fonts is not None and (fonts.get(W + "ascii") or fonts.get(W + "asciiTheme")):
                return None if fonts.get(W + "asciiTheme") else fonts.get(W + "ascii")
        return None

    def list_of(self, properties: etree._Element | None) -> tuple[str | None, int | None]:
        """List number and level of a paragraph, its own or its style's; level None when only the list is named."""
        style = value_of(properties, "pStyle") or self._default
        if properties is not None and properties.find(W + "numPr") is not None:
            return self._list_in([properties, *self._paragraph_properties(style)])
        if style not in self._lists:
            self._lists[style] = self._list_in(self._paragraph_properties(style))
        return self._lists[style]

    def _paragraph_properties(self, style: str | None) -> list[etree._Element | None]:
        return [item.find(W + "pPr") for item in self._chain(style)]

    @staticmethod
    def _list_in(candidates: list[etree._Element | None]) -> tuple[str | None, int | None]:
        """The first number and level that properties name, those of the paragraph before those of its styles."""
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
