"""What printed names mean to an office: what it decided itself first, then the tree."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lienthong.core.text import search_fold
from lienthong.organisations.service import Body, Group, NameIndex, Target
from lienthong.registry.models import NameMapping

#: From this score on, a name that merely looks alike is put into the question as the answer to agree with.
LIKELY = 0.6
_LEVELS = frozenset({"xa", "phuong", "huyen", "tinh"})


class Names:
    """The mappings of ``office`` and its tree on ``day``, read once for a whole document."""

    def __init__(self, office: Body, day: date) -> None:
        self._decided: dict[str, Target] = {
            row.folded: target
            for row in NameMapping.objects.filter(office=office).select_related("body", "group")
            if (target := row.body or row.group) is not None
        }
        self._index = NameIndex(office, day)
        self._seen: dict[str, tuple[Target | None, Target | None]] = {}

    def target(self, printed: str) -> Target | None:
        """The body or group that ``printed`` means, or None when a person has to say."""
        return self._look(printed)[0]

    def likely(self, printed: str) -> Target | None:
        """The nearest one, to be offered."""
        return self._look(printed)[1]

    def unknown(self, printed: Iterable[str]) -> list[str]:
        return [name for name in dict.fromkeys(printed) if self.target(name) is None]

    def _look(self, printed: str) -> tuple[Target | None, Target | None]:
        folded = search_fold(printed)
        if folded not in self._seen:
            target = self._decided.get(folded)
            likely = None
            if target is None:
                match = self._index.match(printed)
                target = match.target
                near = [
                    candidate.target
                    for candidate in match.candidates
                    if candidate.score >= LIKELY and _of_one_level(folded, search_fold(str(candidate.target)))
                ]
                likely = near[0] if near else None
            self._seen[folded] = (target, likely)
        return self._seen[folded]


def _of_one_level(printed: str, name: str) -> bool:
    """False when each says its level and they differ: "Công an tỉnh" must not stand there as "Công an xã"."""
    said, own = ({*text.replace("xa hoi", "").split()} & _LEVELS for text in (printed, name))
    return not said or not own or bool(said & own)


def named_target(office: Body, name: str) -> Target | None:
    """The body or group of ``office`` that is called exactly ``name``, as chosen from the list on screen."""
    folded = search_fold(name)
    for target in choices(office):
        if search_fold(str(target)) == folded:
            return target
    return None


def choices(office: Body) -> list[Target]:
    """What a printed name may be mapped to: the office and its bodies, those above it, and its groups."""
    bodies = Body.objects.valid_now().filter(office=office) | Body.objects.valid_now().filter(
        pk__in=office.ancestor_ids
    )
    groups = Group.objects.filter(office=office)
    return [*bodies.distinct(), *groups]


def remember(office: Body, printed: str, target: Target) -> None:
    """Keep what ``printed`` means to ``office``, so that it is asked once."""
    NameMapping.objects.update_or_create(
        office=office,
        folded=search_fold(printed)[:300],
        defaults={
            "printed": printed[:300],
            "body": target if isinstance(target, Body) else None,
            "group": target if isinstance(target, Group) else None,
        },
    )
