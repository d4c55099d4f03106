"""The rules as dated data: which set applies to a document, what each rule says, where it comes from.

The files of ``rules/`` hold what is measured and what is said; the code that looks at documents holds neither. A set is
valid from a day to a day, and a document is judged by the set of its own day.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from vanban.check.model import Finding, Severity
from vanban.folding import LOWER, UPPER
from vanban.model import Span

_COMMON = "common.toml"
_SETS = ("state-2020.toml", "party-2018.toml", _COMMON)


@dataclass(frozen=True, slots=True)
class Component:
    """How one component of a document is printed; None where the set of rules leaves it open. Sizes in points."""

    id: str
    label: str
    source: str
    size: tuple[float, float]
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    caps: bool | None = None
    align: tuple[str, ...] = ()

    def wanted_size(self, size: float) -> float:
        """The size allowed that is nearest to ``size``."""
        least, most = self.size
        return min(max(size, least), most)


@dataclass(frozen=True, slots=True)
class Message:
    severity: Severity
    message: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Capital:
    """Words whose capitals the decree decides: group "bad" of ``pattern`` is to be ``good``, or one of ``also``.

    "^" in ``good`` stands for what is there with a capital letter at its start.
    """

    id: str
    pattern: re.Pattern[str]
    good: str
    source: str
    also: tuple[str, ...] = ()
    severity: Severity = "warning"


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one source. ``page`` and ``body`` are the tables of the data file."""

    name: str
    system: str | None
    valid_from: datetime.date
    valid_to: datetime.date
    sources: Mapping[str, str]
    components: Mapping[str, Component] = field(default_factory=dict)
    page: Mapping[str, Any] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)
    without: Mapping[str, list[str]] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, int] = field(default_factory=dict)
    capitals: tuple[Capital, ...] = ()

    def cite(self, source: str) -> str:
        """``source`` with the name of the decree it is an item of."""
        return f"{self.name}, {source}" if self.system else source

    def finding(
        self, rule: str, span: Span | None = None, *, paragraphs: tuple[int, ...] = (), **values: str
    ) -> Finding | None:
        """A finding of ``rule``, or None where neither this set nor the common one has it.

        ``values`` fill its sentences; one called ``basis`` is where the rule comes from.
        """
        if rule in self.sources:
            source = self.cite(self.sources[rule])
        elif rule in common().sources:
            source = common().sources[rule]
        else:
            return None
        said = messages()[rule]
        return Finding(
            rule,
            said.severity,
            said.message.format_map(values),
            said.proposal.format_map(values),
            source.format_map(values),
            span,
            paragraphs,
        )


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed term; ``after`` are words before it that make the place certain."""

    term: str
    after: tuple[str, ...]
    basis: str
    valid_from: datetime.date
    valid_to: datetime.date


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("vanban.check").joinpath("rules", name).read_text(encoding="utf-8"))


@cache
def messages() -> Mapping[str, Message]:
    """What each rule of the text says."""
    return {rule: Message(**said) for rule, said in _load("messages.toml").items()}


@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """All sets of rules."""
    return tuple(_rule_set(_load(name)) for name in _SETS)


@cache
def common() -> RuleSet:
    """The rules that hold for any document."""
    return next(rules for rules in rule_sets() if rules.system is None)


def _rule_set(data: dict[str, Any]) -> RuleSet:
    return RuleSet(
        name=data["name"],
        system=data.get("system"),
        valid_from=data.get("valid_from", datetime.date.min),
        valid_to=data.get("valid_to", datetime.date.max),
        sources=data["sources"],
        components={item["id"]: _component(item) for item in data.get("component", ())},
        **{name: data.get(name, {}) for name in ("page", "body", "without", "codes", "limits")},
        capitals=tuple(_capital(item) for item in data.get("capital", ())),
    )


def _component(item: dict[str, Any]) -> Component:
    least, most = item.pop("size")
    return Component(size=(least, most), align=tuple(item.pop("align", ())), **item)


def _capital(item: dict[str, Any]) -> Capital:
    """Patterns write <upper> and <lower> for any letter of Vietnamese."""
    pattern = item.pop("pattern").replace("<lower>", LOWER).replace("<upper>", UPPER)
    return Capital(pattern=re.compile(pattern), also=tuple(item.pop("also", ())), **item)


@cache
def terms() -> tuple[Term, ...]:
    """The fixed terms."""
    return tuple(
        Term(
            item["term"],
            tuple(item["after"]),
            item["basis"],
            item.get("valid_from", datetime.date.min),
            item.get("valid_to", datetime.date.max),
        )
        for item in _load("terms.toml")["term"]
    )


def rules_for(system: str | None, day: datetime.date | None) -> RuleSet:
    """The set of rules for a document of ``system`` and ``day``; without a day the newest, else the common one."""
    own = [rules for rules in rule_sets() if system is not None and rules.system == system]
    if day is not None:
        own = [rules for rules in own if rules.valid_from <= day <= rules.valid_to]
    return max(own, key=lambda rules: rules.valid_from, default=common())
