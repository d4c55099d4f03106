"""The questions of a procedure, one after the other, answered in the address alone: nothing is stored of who asks."""

from typing import Any

from lienthong.procedures.lines import needed
from lienthong.procedures.models import ProcedureVersion

_MOST = 30


def asked_of(version: ProcedureVersion, here: str, chosen: str) -> dict[str, Any]:
    """``chosen``: the place of the answer to each question so far, "0-2-1". What does not fit counts as not answered.

    ``question`` with its ``answers`` (text, address), or ``needed`` papers when all are answered; ``given`` the answers
    so far, each with the address that takes it and what followed back.
    """
    places = _places(version, chosen)
    given = [version.questions[n]["options"][place] for n, place in enumerate(places)]
    said: dict[str, Any] = {
        "given": [(version.questions[n]["text"], answer, here + _query(places[:n])) for n, answer in enumerate(given)],
        "count": len(version.questions),
        "at": len(given) + 1,
    }
    if len(given) < len(version.questions):
        question = version.questions[len(given)]
        answers = [(option, here + _query([*places, n])) for n, option in enumerate(question["options"])]
        return said | {"question": question["text"], "answers": answers}
    return said | {"needed": needed(version.papers, given)}


def _places(version: ProcedureVersion, chosen: str) -> list[int]:
    places: list[int] = []
    for question, said in zip(version.questions, chosen.split("-")[:_MOST], strict=False):
        if not (said.isascii() and said.isdecimal() and len(said) < 4 and int(said) < len(question["options"])):
            break
        places.append(int(said))
    return places


def _query(places: list[int]) -> str:
    return "?chon=" + "-".join(map(str, places)) if places else ""
