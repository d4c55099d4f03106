"""Rules of the text of the body: bases, numbering, sentences and capital letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from vanban.check.examine import Examined
from vanban.check.model import Finding
from vanban.check.rules import RuleSet
from vanban.folding import LOWER, UPPER
from vanban.layout import Paragraph
from vanban.model import Span

_BASIS = re.compile(r"(?:căn cứ|theo đề nghị|xét đề nghị|xét)\b", re.IGNORECASE)
_RESOLVES = re.compile(r"(?:quyết định|quyết nghị|nghị quyết)\s*:", re.IGNORECASE)
_POINT = re.compile(r"(?P<letter>[a-zđ])\)\s")
_ARTICLE = re.compile(r"(?P<label>Điều \d{1,3})(?P<mark>[.:)\-–]?)(?=\s|$)")
_DIVISION = re.compile(
    r"(?P<word>Phần|Chương|Mục|Tiểu mục)(?: thứ)? (?P<number>[IVXLC]+|\d{1,2})[.:]?(?:\s*$)", re.IGNORECASE
)
_SENTENCE = re.compile(rf"[.?!] [{LOWER}]{{2,}}(?![.\w])")
_BEFORE = re.compile(rf"(?<![.\w])[{LOWER}]{{3,}}\Z")
#: Short forms after which a full stop ends no sentence.
_SHORT = {"tttt", "nxb", "tphcm", "khđt", "vvv", "stt"}
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ENDS = (".", ";", ":", "!", "?", ",", "…", "/", "”", '"', ")", "|")


def body_findings(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    """Findings of the body."""
    for remark in document.numbering:
        span = remark.span
        if span and re.match(r"[A-ZĐ]/\w", document.text[span.start : span.end + 1].strip()):
            continue  # "T/M", "K/T" at the start of a line is a mark of authority
        yield rules.finding(remark.kind, remark.span, remark=remark.message)
    yield from _points(document, rules)
    yield from _divisions(document, rules)
    yield from _capitals(document, rules)
    if not document.is_form:
        yield from _bases(document, rules)
        yield from _sentences(document, rules)
        yield from _lists(document, rules)


def bases_of(document: Examined) -> list[Paragraph]:
    """The paragraphs "Căn cứ …" that each end on a line of their own; empty where the body has none."""
    found = []
    for paragraph in document.paragraphs:
        if _BASIS.match(paragraph.text):
            found.append(paragraph)
        elif found or len(paragraph.text) > 200:
            break
    listed = len(found) > 1 or any(paragraph.text.rstrip().endswith(";") for paragraph in found)
    return found if listed or (found and _resolves(document, found[-1])) else []


def _resolves(document: Examined, last: Paragraph) -> bool:
    following = document.text[last.end : last.end + 200].strip()
    return _RESOLVES.match(following) is not None


def _bases(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    bases = bases_of(document)
    for paragraph in bases[:-1]:
        text = paragraph.text.rstrip()
        if not text.endswith(";"):
            yield rules.finding("basis-end", paragraph.span(max(0, len(text) - 40)), found=text[-1:])
    if bases and _resolves(document, bases[-1]):
        text = bases[-1].text.rstrip()
        if not text.endswith("," if rules.system == "party" else "."):
            yield rules.finding("basis-last", bases[-1].span(max(0, len(text) - 40)), found=text[-1:])


def _points(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    labelled = [
        (paragraph, match["letter"]) for paragraph in document.paragraphs if (match := _POINT.match(paragraph.text))
    ]
    for (_, before), (paragraph, letter) in pairwise(labelled):
        if before == "d" and letter == "e":
            yield rules.finding("point-letter", paragraph.span(0, 2), found=letter)
    for paragraph, letter in labelled:
        if letter in "fjwz":
            yield rules.finding("point-foreign", paragraph.span(0, 2), found=letter)


def _divisions(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    for paragraph in document.paragraphs:
        article = _ARTICLE.match(paragraph.text)
        if article and article["mark"] != ".":
            yield rules.finding("article-mark", paragraph.span(0, article.end()), found=article["label"])
        division = _DIVISION.match(paragraph.text)
        if division is None:
            continue
        roman, word = not division["number"].isdigit(), division["word"].capitalize()
        if word in ("Phần", "Chương") and not roman:
            wanted = f"{division['word']} {_to_roman(int(division['number']))}"
            yield rules.finding("division-roman", paragraph.span(), found=paragraph.text.strip(), wanted=wanted)
        elif word in ("Mục", "Tiểu mục") and roman:
            wanted = f"{division['word']} 1, 2, 3, …"
            yield rules.finding("division-arabic", paragraph.span(), found=paragraph.text.strip(), wanted=wanted)


def _to_roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text, number = text + letters, number - value
    return text


def _capitals(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    start, end = document.zones.body.start, document.zones.body.end
    for rule in rules.capitals:
        for match in rule.pattern.finditer(document.text, start, end):
            bad = match["bad"]
            good = rule.good.replace("^", bad[0].upper() + bad[1:])
            inside_word = document.text[match.start("bad") - 1 : match.start("bad")].isalnum()
            if not inside_word and " ".join(bad.split()) not in (good, *rule.also):
                yield Finding(
                    rule.id,
                    rule.severity,
                    f"“{' '.join(bad.split())}” viết hoa chưa đúng.",
                    f"Viết “{' '.join(good.split())}”.",
                    rules.cite(rule.source),
                    Span(match.start("bad"), match.end("bad")),
                )


def _sentences(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    """Capitals at the start and marks at the end; only a .docx tells surely where a paragraph begins and ends."""
    if document.source.kind != "docx":
        return
    for paragraph in document.paragraphs:
        text = paragraph.text
        for match in _SENTENCE.finditer(text):
            before = _BEFORE.search(text, max(0, match.start() - 20), match.start())
            if before and before[0] not in _SHORT:
                found = text[before.start() : match.end()]
                yield rules.finding("sentence-capital", paragraph.span(before.start(), match.end()), found=found)
        start = paragraph.body
        word = re.match(rf"[{LOWER}]{{2,}}\b", text[start:])
        if word and not re.match(r"(?:https?|www)\b", text[start:]):
            yield rules.finding(
                "item-capital", paragraph.span(start, start + word.end()), found=text[start : start + 40]
            )
        stripped = text.rstrip()
        if not stripped.endswith(_ENDS) and _is_prose(stripped):
            yield rules.finding("paragraph-end", paragraph.span(max(0, len(stripped) - 40)), found=stripped[-40:])


def _lists(document: Examined, rules: RuleSet) -> Iterator[Finding | None]:
    """Items of one list end alike: where most end in a semicolon, none ends in nothing, and the last in a full stop."""
    if document.source.kind != "docx":
        return
    for items in _runs_of_items(document.paragraphs):
        ends = [paragraph.text.rstrip()[-1:] for paragraph in items]
        if ends[:-1].count(";") < max(2, 0.6 * (len(items) - 1)):
            continue
        for paragraph, end in zip(items[:-1], ends, strict=False):
            if end.isalnum():
                yield rules.finding("list-end", _tail(paragraph), found=paragraph.text.rstrip()[-40:], wanted=";")
        if ends[-1] in (";", ","):
            yield rules.finding("list-end", _tail(items[-1]), found=items[-1].text.rstrip()[-40:], wanted=".")


def _runs_of_items(paragraphs: tuple[Paragraph, ...]) -> Iterator[list[Paragraph]]:
    """Stretches of three and more paragraphs with the same kind of dash or letter."""
    for kind, group in groupby(paragraphs, key=lambda paragraph: paragraph.label.kind if paragraph.label else ""):
        items = list(group)
        if kind in ("dash", "plus", "letter") and len(items) > 2:
            yield items


def _tail(paragraph: Paragraph) -> Span:
    """The last words of a paragraph."""
    length = len(paragraph.text.rstrip())
    return paragraph.span(max(0, length - 40), length)


def _is_prose(text: str) -> bool:
    """A long paragraph in small letters that is no title: it holds a verb's worth of text and inner punctuation."""
    small = sum(map(str.islower, text))
    return len(text) > 160 and small > len(text) * 0.6 and re.search(rf"[,;:] [^{UPPER}]", text) is not None
