"""A document bears witness to itself: a word recognised badly is read as the same phrase is read well elsewhere.

Bold and small print loses tone marks ("quôc gia"), while the text below says "quốc gia" as clear as day. Only marks
change, never letters or figures, and only where the word as read stands nowhere else beside the same word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from vanban.folding import fold
from vanban.source import Word

#: A word is a witness from this confidence on; up to that it may be mended.
_WITNESS, _DOUBTFUL = 0.9, 0.965
#: How much surer the witnesses must be together than the word itself.
_MORE = 2
_LETTERS = re.compile(r"[^\W\d_]+")


def mended(text: str, words: Sequence[Word]) -> str:
    """The text, of the same length, with badly recognised words as the document has them elsewhere."""
    letters = [_core(text[word.start : word.end]) for word in words]
    pairs: Counter[tuple[str, str]] = Counter()
    by_letters: defaultdict[str, set[str]] = defaultdict(set)
    for one, other, left, right in zip(words, words[1:], letters, letters[1:], strict=False):
        if left and right and one.confidence >= _WITNESS and other.confidence >= _WITNESS:
            pairs[left, right] += 1
    for word, core in zip(words, letters, strict=True):
        if core and word.confidence >= _WITNESS:
            by_letters[fold(core)].add(core)
    result = list(text)
    for index, (word, core) in enumerate(zip(words, letters, strict=True)):
        if not core or word.confidence >= _DOUBTFUL:
            continue
        before = letters[index - 1] if index else ""
        after = letters[index + 1] if index + 1 < len(letters) else ""

        def support(form: str, before: str = before, after: str = after) -> int:
            return pairs[before, form] + pairs[form, after]

        best = max(by_letters[fold(core)], key=lambda form: (support(form), form), default=core)
        # The word may have been its own witness once on either side.
        own = 2 if word.confidence >= _WITNESS else 0
        if best != core and len(best) == len(core) and support(core) <= own and support(best) >= _MORE:
            start = text.index(_LETTERS.search(text, word.start, word.end)[0], word.start)  # type: ignore[index]
            for offset, char in enumerate(best):
                printed = text[start + offset]
                result[start + offset] = char.upper() if printed.isupper() else char
    return "".join(result)


def _core(word: str) -> str:
    """The letters of a word in lower case, without the marks around it; empty where it is not one run of letters."""
    runs = _LETTERS.findall(word)
    return runs[0].lower() if len(runs) == 1 and not any(char.isdigit() for char in word) else ""
