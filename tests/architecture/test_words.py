"""No bare text in a template, and English for every Vietnamese sentence."""

import re

import polib

from lienthong.core.messages import gather
from tests.architecture.source import SOURCE, templates

#: What a template may show without translation: signs, and names that are the same in every language.
FREE = {"Liên Thông", "English", "Tiếng Việt", "A4", "Word", "Excel", "Enter"}
_COMMENT = re.compile(r"{#.*?#}|{% comment.*?{% endcomment %}|<!--.*?-->|<!doctype.*?>", re.S | re.I)
_BLOCK = re.compile(r"{% blocktrans(?:late)?\b.*?{% endblocktrans(?:late)? %}", re.S)
_SCRIPT = re.compile(r"<(script|style)\b.*?</\1>", re.S)
_TAG = re.compile(r"{%.*?%}|{{.*?}}", re.S)
_MARKUP = re.compile(r"<[^>]*>", re.S)
_SHOWN_ATTRIBUTE = re.compile(r"\b(?:placeholder|title|aria-label|alt|content)=(\"[^\"]*\"|'[^']*')")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_NOT_SHOWN = re.compile(r"width=device-width|includeIndicatorStyles|allowEval|nosniff|text/|utf-8")


def bare_text(html: str) -> list[str]:
    """Words that a reader would see and that stand outside any translation tag."""
    text = _SCRIPT.sub(" ", _BLOCK.sub(" ", _COMMENT.sub(" ", html)))
    attributes = [value[1:-1] for value in _SHOWN_ATTRIBUTE.findall(_TAG.sub(" ", text))]
    # A tag inside an element's brackets goes with the element; one outside parts two texts.
    pieces = [*_MARKUP.sub("\n", _TAG.sub("\x00", text)).replace("\x00", "\n").splitlines(), *attributes]
    found = (piece.strip() for piece in pieces if _LETTERS.search(piece) and not _NOT_SHOWN.search(piece))
    return [piece for piece in found if piece not in FREE]


def test_no_bare_text():
    bare = {str(path.relative_to(SOURCE)): bare_text(path.read_text("utf-8")) for path in templates()}
    assert {name: found for name, found in bare.items() if found} == {}


def test_the_check_sees_bare_text():
    assert bare_text('<p>Xin chào</p><input placeholder="Tìm">') == ["Xin chào", "Tìm"]
    assert bare_text('<p>{% translate "Xin chào" %} · {{ name }}</p><b title="{{ x }}">1</b>') == []


def english() -> dict[str, str]:
    catalogue = polib.pofile(str(SOURCE / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    texts = {}
    for entry in catalogue:
        if not entry.obsolete and not entry.fuzzy:
            texts[entry.msgid_with_context] = entry.msgstr
            if entry.msgid_plural:
                texts[entry.msgid] = entry.msgstr_plural[0]
                texts[entry.msgid_plural] = entry.msgstr_plural[1]
    return texts


def test_every_sentence_has_its_english():
    translated = english()
    messages = gather(SOURCE)
    wanted = messages.keys() | (set(messages.values()) - {""})
    assert sorted(text for text in wanted if not translated.get(text)) == []


def test_english_keeps_the_named_places():
    names = re.compile(r"%\((\w+)\)[sd]|(?<!{){(\w+)}(?!})")
    wrong = [
        text
        for text, translation in english().items()
        if translation and set(names.findall(text)) != set(names.findall(translation))
    ]
    assert wrong == []
