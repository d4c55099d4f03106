"""Questions as they are typed and asked, and what a set of answers comes to."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.learning.models import BankQuestion, Lesson

LEAST, MOST = 2, 6


def read_options(text: str) -> tuple[list[str], int]:
    """Answers a line each, the right one with "*" before it; :class:`Refused` when they are not in order."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    marked = [place for place, line in enumerate(lines) if line.startswith("*")]
    options = [line.removeprefix("*").strip() for line in lines]
    if not LEAST <= len(options) <= MOST or len(marked) != 1:
        raise Refused(_("Hãy ghi 2 đến 6 câu trả lời, mỗi câu một dòng, dấu * trước câu đúng."), field="options")
    if len(set(options)) < len(options) or not all(options):
        raise Refused(_("Các câu trả lời phải khác nhau và không để trống."), field="options")
    return options, marked[0]


def options_text(question: BankQuestion) -> str:
    return "\n".join(("* " if n == question.right else "") + option for n, option in enumerate(question.options))


def copied(questions: Sequence[BankQuestion]) -> list[dict[str, Any]]:
    """What a lesson keeps of questions of the bank."""
    return [
        {"text": each.text, "options": each.options, "right": each.right, "explanation": each.explanation}
        for each in questions
    ]


def right_in(lesson: Lesson, answers: Mapping[str, str]) -> int:
    """How many are right; ``answers`` by the place of the question ("0") the place of what was chosen ("2")."""
    return sum(answers.get(str(n)) == str(question["right"]) for n, question in enumerate(lesson.quiz))
