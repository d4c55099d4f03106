"""The steps of a guide, each with the procedures that it names by code in square brackets."""

import re
from dataclasses import dataclass

from lienthong.procedures.models import GuideVersion, Procedure

_NAMED = re.compile(r"\s*\[([\w.-]{1,40})\]")


@dataclass(frozen=True, slots=True)
class GuideStep:
    """``text`` without the codes; ``procedures`` those that are public; ``missing`` codes that are not."""

    text: str
    procedures: list[Procedure]
    missing: list[str]


def plain_steps(version: GuideVersion) -> str:
    """The steps as people read them, without the codes."""
    return _NAMED.sub("", version.steps)


def guide_steps(version: GuideVersion) -> list[GuideStep]:
    codes = set(_NAMED.findall(version.steps))
    known = {each.code: each for each in Procedure.objects.public(version.guide.office_id).filter(code__in=codes)}
    return [
        GuideStep(
            _NAMED.sub("", line).strip(),
            [known[code] for code in _NAMED.findall(line) if code in known],
            [code for code in _NAMED.findall(line) if code not in known],
        )
        for line in version.step_lines
    ]
