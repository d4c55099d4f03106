"""Makes the Word files, and of the commune's plan the PDF and its text, from the texts in ``source/``.

Usage: python samples/make.py
Needs LibreOffice (soffice) and pdftotext. What it makes is kept in the repository, so that nobody needs to run it who
only reads the samples.

A source begins with lines "@key value" (a key may stand on several lines), then one line a paragraph, marked by its
first word: "A", "II", "1", "a" headings that Word numbers by itself, "#6" a heading whose number is typed, "-" an item,
"." a paragraph, "^" a centred line, "Đ" an article, "|" a row of a table, "ANNEX" a new page after the signature.
"[[…]]" inside a sentence is a footnote.
"""

from __future__ import annotations

import io
import re
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from vanban.compose import ComposeModel, Signature, compose
from vanban.compose.page import save

HERE = Path(__file__).parent
LEVELS = {**dict.fromkeys("ABCDE", 0), **dict.fromkeys(("I", "II", "III", "IV", "V"), 1), "1": 2, "a": 3}
FORMATS = (("upperLetter", "%1."), ("upperRoman", "%2."), ("decimal", "%3."), ("lowerLetter", "%4)"))
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
LIST = 77


def parse(text: str) -> tuple[dict[str, list[str]], list[tuple[str, str]]]:
    """The keys of a source and its paragraphs as (mark, text)."""
    keys: dict[str, list[str]] = defaultdict(list)
    blocks = []
    for line in text.splitlines():
        mark, _, rest = line.strip().partition(" ")
        if mark.startswith("@"):
            keys[mark[1:]].append(rest)
        elif mark:
            blocks.append((mark, rest))
    return keys, blocks


def model_of(keys: dict[str, list[str]]) -> ComposeModel:
    def one(key: str) -> str | None:
        return "\n".join(keys[key]) if key in keys else None

    return ComposeModel(
        type=one("type") or "", issuer=one("issuer") or "", issuer_parent=one("parent"), symbol=one("symbol") or "",
        number=one("number"), place=one("place"), date=one("date"), subject=one("subject") or "",
        addressees=tuple(keys["addressee"]), recipients=tuple(keys["to"]), authority=one("authority"), body=(),
        signature=Signature(title=one("title") or "", name=one("name"), authority=tuple(keys["signed"])),
    )  # fmt: skip


class Writer:
    """Writes the paragraphs of a source into a document that has its head and its ending already."""

    def __init__(self, document: Any) -> None:
        self.document = document
        # The ending is the last table; a small empty paragraph stands before it.
        self.before = document.tables[-1]._tbl.getprevious()
        self.before.addprevious(document.add_paragraph()._p)
        self.articles = 0
        self.rows: list[list[str]] = []
        self.notes: list[str] = []
        self.new_page = False
        self._number_levels()

    def write(self, blocks: list[tuple[str, str]]) -> None:
        for mark, text in [*blocks, ("", "")]:
            if mark == "|":
                self.rows.append([cell.strip() for cell in text.split("|")])
                continue
            if self.rows:
                self._table()
            if mark == "ANNEX":
                self.before, self.new_page = None, True
            elif mark:
                self._block(mark, text)
        if self.notes:
            self._footnotes()

    def _paragraph(self) -> Any:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        paragraph.paragraph_format.page_break_before, self.new_page = self.new_page or None, False
        self._place(paragraph._p)
        return paragraph

    def _place(self, element: Any) -> None:
        if self.before is not None:
            self.before.addprevious(element)

    def _block(self, mark: str, text: str) -> None:
        paragraph = self._paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if mark == "^" else WD_ALIGN_PARAGRAPH.JUSTIFY
        bold = LEVELS.get(mark) in (0, 1) or (mark in ("1", "a", "^") and not text.endswith((".", ")")))
        if mark in LEVELS:
            self._numbered(paragraph, LEVELS[mark])
        elif mark != "^":
            paragraph.paragraph_format.first_line_indent = Mm(12.7)
        if mark == "Đ":
            self.articles += 1
            paragraph.add_run(f"Điều {self.articles}. ").bold = True
        elif mark == "-":
            text = f"- {text}"
        elif mark.startswith("#"):
            text, bold = f"{mark[1:]}. {text}", not text.endswith(".")
        for index, piece in enumerate(re.split(r"\[\[(.*?)\]\]", text)):
            if index % 2:
                self._reference(paragraph, piece)
            else:
                paragraph.add_run(piece).bold = bold or None

    def _numbered(self, paragraph: Any, level: int) -> None:
        numbering = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", level), ("w:numId", LIST)):
            part = OxmlElement(name)
            part.set(qn("w:val"), str(value))
            numbering.append(part)
        properties = paragraph._p.get_or_add_pPr()
        properties.insert_element_before(numbering, "w:pBdr", "w:spacing", "w:ind", "w:jc")

    def _number_levels(self) -> None:
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:firstLine="720"/></w:pPr></w:lvl>'
            for level, (form, text) in enumerate(FORMATS)
        )
        root = self.document.part.numbering_part.element
        space = nsdecls("w")
        root.insert(0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="{LIST}">{levels}</w:abstractNum>'))
        root.append(parse_xml(f'<w:num {space} w:numId="{LIST}"><w:abstractNumId w:val="{LIST}"/></w:num>'))

    def _table(self) -> None:
        table = self.document.add_table(rows=len(self.rows), cols=len(self.rows[0]))
        table.style = "Table Grid"
        for row, texts in zip(table.rows, self.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                run = cell.paragraphs[0].add_run(text)
                run.font.size = Pt(11)
                run.bold = texts is self.rows[0] or None
        self._place(table._tbl)
        self.rows = []

    def _reference(self, paragraph: Any, text: str) -> None:
        self.notes.append(text)
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self.notes)))
        run._r.append(reference)

    def _footnotes(self) -> None:
        notes = "".join(
            f'<w:footnote w:id="{index}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/>'
            f'</w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r></w:p>'
            "</w:footnote>"
            for index, text in enumerate(self.notes, 1)
        )
        content = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{notes}</w:footnotes>'
        part = self.document.part
        uri = PackURI("/word/footnotes.xml")
        part.relate_to(Part(uri, FOOTNOTES_TYPE, content.encode(), part.package), FOOTNOTES)


def word_file(source: Path) -> bytes:
    """The .docx of one source."""
    keys, blocks = parse(source.read_text(encoding="utf-8"))
    document = docx.Document(io.BytesIO(compose(model_of(keys))))
    Writer(document).write(blocks)
    return save(document)


def main() -> None:
    for source in sorted((HERE / "source").glob("*.txt")):
        if source.stem != "04-ke-hoach-xa":
            (HERE / f"{source.stem}.docx").write_bytes(word_file(source))
            continue
        with tempfile.TemporaryDirectory() as folder:
            word = Path(folder, f"{source.stem}.docx")
            word.write_bytes(word_file(source))
            convert = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf"]
            subprocess.run([*convert, "--outdir", str(HERE), str(word)], check=True)  # noqa: S603
        pdf = HERE / f"{source.stem}.pdf"
        subprocess.run(["pdftotext", "-layout", str(pdf), str(pdf.with_suffix(".txt"))], check=True)  # noqa: S603, S607


if __name__ == "__main__":
    main()
