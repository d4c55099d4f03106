"""Whether the letters of a .docx are composed, as TCVN 6909:2001 has them; reading composes them silently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from vanban.check.model import Finding
from vanban.check.rules import RuleSet
from vanban.sources.docx import WordFile
from vanban.sources.package import W

_COMBINED = re.compile("\\w*[\u0300-\u0303\u0306\u0309\u031b\u0323]\\w*")


def unicode_findings(word: WordFile, rules: RuleSet) -> Iterator[Finding | None]:
    """One finding for all letters with marks of their own."""
    numbers, example = [], ""
    for number, paragraph in enumerate(word.paragraphs, 1):
        text = "".join(element.text or "" for element in paragraph.element.iter(W + "t"))
        if not unicodedata.is_normalized("NFC", text):
            match = _COMBINED.search(text)
            numbers.append(number)
            example = example or (match[0] if match else text[:20])
    if numbers:
        yield rules.finding("unicode", paragraphs=tuple(numbers), found=example)
