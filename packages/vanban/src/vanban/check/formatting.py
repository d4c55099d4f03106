"""What a paragraph and a run of a .docx look like once everything they inherit is taken together.

Word resolves formatting from the weakest to the strongest: document defaults, table style, paragraph style with all it
is based on, list level, character style, the paragraph's or run's own properties (ECMA-376, part 1, 17.7.2). Bold,
italic and capitals are toggles: set by two kinds of style at once they cancel out (17.7.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from vanban.sources.package import Package, W

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFF = ("0", "false", "off", "none")
_TOGGLES = {W + "b": "bold", W + "i": "italic", W + "caps": "caps"}
# Names with their namespace, put together once: a document asks for them thousands of times.
_VAL, _SIZE, _UNDERLINE, _COLOR, _RAISED, _FONTS = (W + n for n in ("val", "sz", "u", "color", "vertAlign", "rFonts"))
_ALIGN, _INDENT, _SPACING, _CONTEXTUAL = (W + n for n in ("jc", "ind", "spacing", "contextualSpacing"))
_LINE_RULE = W + "lineRule"
_SCRIPTS = tuple((script, W + script, f"{W}{script}Theme") for script in ("ascii", "hAnsi"))
_AUTOMATIC = tuple((side, f"{W}{side}Autospacing") for side in ("before", "after"))
#: What is found, in which attribute, with which sign; a later attribute counts where both stand.
_LENGTHS = {
    _INDENT: (
        ("left", W + "start", 1),
        ("left", W + "left", 1),
        ("first", W + "firstLine", 1),
        ("first", W + "hanging", -1),
    ),
    _SPACING: (("before", W + "before", 1), ("after", W + "after", 1), ("line", W + "line", 1)),
}
#: Twips (twentieths of a point) in a millimetre.
TWIPS = 1440 / 25.4

Properties = dict[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run is printed; ``size`` in points, ``color`` as six hexadecimal digits, "auto" for black."""

    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    caps: bool
    underline: bool
    color: str
    raised: bool


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph is set: lengths in points, ``line`` in lines when ``line_rule`` is "auto", else in points.

    ``first`` is where its first line begins and ``left`` where the others do, counted from the margin.
    """

    align: str
    first: float
    left: float
    before: float
    after: float
    line: float
    line_rule: str


def integer(text: str | None) -> int | None:
    """A whole number from an attribute that may hold anything; Word writes some as decimals."""
    if text is None or text.isdecimal():
        return int(text) if text else None
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return None


def run_properties(element: etree._Element | None) -> Properties:
    """The properties that a ``w:rPr`` states."""
    found: Properties = {}
    for child in element if element is not None else ():
        tag, value = child.tag, child.get(_VAL)
        if tag in _TOGGLES:
            found[_TOGGLES[tag]] = value not in _OFF
        elif tag == _SIZE and (size := integer(value)) is not None:
            found["size"] = size
        elif tag == _UNDERLINE:
            found["underline"] = value not in _OFF
        elif tag == _COLOR and value:
            found["color"] = value.lower()
        elif tag == _RAISED:
            found["raised"] = value in ("superscript", "subscript")
        elif tag == _FONTS:
            for script, name, theme in _SCRIPTS:
                if named := child.get(theme):
                    found[script] = f"@{named}"
                elif named := child.get(name):
                    found[script] = named
    return found


def paragraph_properties(element: etree._Element | None) -> Properties:
    """The properties that a ``w:pPr`` states; lengths in twips."""
    found: Properties = {}
    for child in element if element is not None else ():
        tag = child.tag
        if tag == _ALIGN:
            found["align"] = child.get(_VAL) or "left"
        elif tag in (_INDENT, _SPACING):
            for name, attribute, sign in _LENGTHS[tag]:
                if (value := integer(child.get(attribute))) is not None:
                    found[name] = sign * value
            if tag == _SPACING:
                _spacing_rules(child, found)
        elif tag == _CONTEXTUAL:
            found["contextual"] = child.get(_VAL) not in _OFF
    return found


def _spacing_rules(spacing: etree._Element, found: Properties) -> None:
    for side, automatic in _AUTOMATIC:
        if spacing.get(automatic) in ("1", "true", "on"):
            found[side] = 280
    if rule := spacing.get(_LINE_RULE):
        found["line_rule"] = rule


def _value(element: etree._Element | None, name: str) -> str | None:
    child = None if element is None else element.find(W + name)
    return None if child is None else child.get(_VAL)


class Formats:
    """Resolves the formatting of one document."""

    def __init__(self, package: Package) -> None:
        styles = package.part("word/styles.xml")
        self._styles: dict[str, etree._Element] = {}
        self._default: str | None = None
        self._run_defaults: Properties = {}
        self._paragraph_defaults: Properties = {}
        for item in styles if styles is not None else ():
            if item.tag == W + "style":
                key = item.get(W + "styleId") or ""
                self._styles[key] = item
                if item.get(W + "type") == "paragraph" and item.get(W + "default") in ("1", "true", "on"):
                    self._default = key
            elif item.tag == W + "docDefaults":
                self._run_defaults = run_properties(item.find(f"{W}rPrDefault/{W}rPr"))
                self._paragraph_defaults = paragraph_properties(item.find(f"{W}pPrDefault/{W}pPr"))
        self._theme = _theme_fonts(package.part("word/theme/theme1.xml"))
        self._levels = _list_levels(package.part("word/numbering.xml"))
        self._run_cache: dict[tuple[str | None, str], Properties] = {}
        self._paragraph_cache: dict[str | None, Properties] = {}
        self._looks: dict[object, RunLook] = {}
        self._paragraph_looks: dict[object, ParagraphLook] = {}

    def _chain(self, style: str | None) -> Iterator[etree._Element]:
        """A style and what it is based on, the strongest first."""
        seen = 0
        while style in self._styles and seen < 20:
            item = self._styles[style]
            yield item
            style, seen = _value(item, "basedOn"), seen + 1

    def _styled_run(self, style: str | None, part: str = "rPr") -> Properties:
        key = (style, part)
        if key not in self._run_cache:
            self._run_cache[key] = _merged(run_properties(item.find(W + part)) for item in self._chain(style))
        return self._run_cache[key]

    def _styled_paragraph(self, style: str | None) -> Properties:
        if style not in self._paragraph_cache:
            self._paragraph_cache[style] = _merged(
                paragraph_properties(item.find(W + "pPr")) for item in self._chain(style)
            )
        return self._paragraph_cache[style]

    def table_style(self, cell: etree._Element) -> str | None:
        """The style of the table that a ``w:tc`` is in."""
        table = next(cell.iterancestors(W + "tbl"), None)
        return None if table is None else _value(table.find(W + "tblPr"), "tblStyle")

    def paragraph_style(self, paragraph: etree._Element) -> str | None:
        return _value(paragraph.find(W + "pPr"), "pStyle") or self._default

    def run(self, run: etree._Element, paragraph: etree._Element, table_style: str | None = None) -> RunLook:
        """The look of a ``w:r`` in a ``w:p``."""
        own = run.find(W + "rPr")
        direct = run_properties(own)
        styles = (table_style, self.paragraph_style(paragraph), _value(own, "rStyle"))
        key = (styles, frozenset(direct.items()))
        if key not in self._looks:
            self._looks[key] = self._resolved(direct, styles)
        return self._looks[key]

    def _resolved(self, direct: Properties, styles: tuple[str | None, ...]) -> RunLook:
        """The look from the run's own properties and its styles, the weakest first."""
        layers = [self._styled_run(style) for style in styles]
        merged = _merged([direct, *reversed(layers), self._run_defaults])
        for name in _TOGGLES.values():
            if name not in direct:
                odd = sum(bool(layer.get(name)) for layer in layers) % 2 == 1
                merged[name] = odd or bool(self._run_defaults.get(name))
        fonts = frozenset(self._font(str(merged.get(script, "Times New Roman"))) for script in ("ascii", "hAnsi"))
        return RunLook(
            fonts=fonts,
            size=int(merged.get("size", 20)) / 2,
            bold=bool(merged["bold"]),
            italic=bool(merged["italic"]),
            caps=bool(merged["caps"]),
            underline=bool(merged.get("underline")),
            color=str(merged.get("color", "auto")),
            raised=bool(merged.get("raised")),
        )

    def _font(self, name: str) -> str:
        if not name.startswith("@"):
            return name
        return self._theme.get("major" if name.startswith("@major") else "minor", "")

    def paragraph(self, paragraph: etree._Element) -> ParagraphLook:
        """The look of a ``w:p``."""
        own = paragraph.find(W + "pPr")
        style = self.paragraph_style(paragraph)
        direct, listed = paragraph_properties(own), self._list_properties(own)
        key = (style, frozenset(direct.items()), frozenset(listed.items()))
        if key not in self._paragraph_looks:
            layers = [direct, listed, self._styled_paragraph(style), self._paragraph_defaults]
            self._paragraph_looks[key] = _paragraph_look(_merged(layers))
        return self._paragraph_looks[key]

    def _list_properties(self, own: etree._Element | None) -> Properties:
        numbering = None if own is None else own.find(W + "numPr")
        if numbering is None:
            return {}
        return self._levels.get((_value(numbering, "numId") or "", _value(numbering, "ilvl") or "0"), {})


def _paragraph_look(merged: Properties) -> ParagraphLook:
    left = int(merged.get("left", 0)) / 20
    align = str(merged.get("align", "left"))
    rule = str(merged.get("line_rule", "auto"))
    line = int(merged.get("line", 240))
    close = bool(merged.get("contextual"))
    return ParagraphLook(
        align={"start": "left", "end": "right", "distribute": "both"}.get(align, align),
        first=left + int(merged.get("first", 0)) / 20,
        left=left,
        before=0.0 if close else int(merged.get("before", 0)) / 20,
        after=0.0 if close else int(merged.get("after", 0)) / 20,
        line=line / 240 if rule == "auto" else line / 20,
        line_rule=rule,
    )


def _merged(layers: Iterable[Properties]) -> Properties:
    """Properties taken together; ``layers`` come the strongest first."""
    merged: Properties = {}
    for layer in layers:
        for name, value in layer.items():
            merged.setdefault(name, value)
    return merged


def _theme_fonts(theme: etree._Element | None) -> dict[str, str]:
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        latin = theme.find(f".//{_A}{kind}Font/{_A}latin")
        if latin is not None:
            fonts[kind] = latin.get("typeface") or ""
    return fonts


def _list_levels(numbering: etree._Element | None) -> dict[tuple[str, str], Properties]:
    """Indents of list levels by list number and level."""
    if numbering is None:
        return {}
    abstract = {
        item.get(W + "abstractNumId"): {
            level.get(W + "ilvl") or "0": paragraph_properties(level.find(W + "pPr"))
            for level in item.findall(W + "lvl")
        }
        for item in numbering.findall(W + "abstractNum")
    }
    return {
        (item.get(W + "numId") or "", depth): properties
        for item in numbering.findall(W + "num")
        for depth, properties in abstract.get(_value(item, "abstractNumId"), {}).items()
    }
