"""Papers and questions as people type them, a line each, in a form and in a cell of a spreadsheet alike.

A paper: "Giấy chứng sinh | bản chính | 1 | Sinh tại cơ sở y tế": its name, in which form, how many, and, when only some
need it, the answers that make it needed (several apart by ";"). A question: "Trẻ sinh ở đâu? | Sinh tại cơ sở y tế |
Sinh ở nơi khác".
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused

_MOST_COPIES = 20


def tidy(text: str) -> str:
    """One trimmed line for each that says something."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def read_questions(text: str) -> list[dict[str, Any]]:
    """:class:`Refused` for a question with fewer than two answers, or an answer that stands twice."""
    questions: list[dict[str, Any]] = []
    seen: set[str] = set()
    for line in tidy(text).splitlines():
        asked, *options = filter(None, (part.strip() for part in line.split("|")))
        if len(options) < 2:
            raise Refused(
                _("Câu hỏi “%(line)s” cần ít nhất hai câu trả lời, cách nhau bằng dấu |.") % {"line": line},
                field="questions",
            )
        for option in options:
            if option in seen:
                raise Refused(
                    _("Câu trả lời “%(option)s” có hai lần. Hãy ghi khác nhau.") % {"option": option}, field="questions"
                )
            seen.add(option)
        questions.append({"text": asked, "options": options})
    return questions


def read_papers(text: str, questions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """:class:`Refused` for a number that is none, or a condition that is no answer of a question."""
    known = {option for question in questions for option in question["options"]}
    papers = []
    for line in tidy(text).splitlines():
        name, form, copies, when, *more = [*(part.strip() for part in line.split("|")), "", "", ""]
        if not name or any(more):
            raise Refused(
                _("Dòng “%(line)s”: hãy ghi tên giấy tờ | bản gì | số bản | khi nào cần.") % {"line": line},
                field="papers",
            )
        if copies and not (copies.isdecimal() and 0 < int(copies) <= _MOST_COPIES):
            raise Refused(_("Dòng “%(line)s”: số bản phải là số từ 1 đến 20.") % {"line": line}, field="papers")
        conditions = [part.strip() for part in when.split(";") if part.strip()]
        if unknown := [each for each in conditions if each not in known]:
            raise Refused(
                _("Giấy tờ “%(name)s”: “%(option)s” không phải câu trả lời của câu hỏi nào.")
                % {"name": name, "option": unknown[0]},
                field="papers",
            )
        papers.append({"name": name, "form": form, "copies": int(copies or 1), "when": conditions})
    return papers


def papers_text(papers: Iterable[Mapping[str, Any]]) -> str:
    rows = ([each["name"], each["form"], str(each["copies"]), "; ".join(each["when"])] for each in papers)
    return "\n".join(" | ".join(row).rstrip(" |") for row in rows)


def questions_text(questions: Iterable[Mapping[str, Any]]) -> str:
    return "\n".join(" | ".join([each["text"], *each["options"]]) for each in questions)


def needed(papers: Iterable[Mapping[str, Any]], answers: Iterable[str]) -> list[Mapping[str, Any]]:
    """The papers that apply to somebody who gave these answers."""
    given = set(answers)
    return [each for each in papers if not each["when"] or given & set(each["when"])]
