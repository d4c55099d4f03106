"""One search over what the rooms index, each kind through its own visibility."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.core.search import matches
from lienthong.organisations.service import Actor
from lienthong.plans.service import Assignment, Plan
from lienthong.procedures.service import Procedure
from lienthong.registry.service import OfficialDocument

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_LIMIT = 30
Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True, slots=True)
class Hit:
    title: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    title: StrOrPromise
    hits: list[Hit]
    more: bool


def find(actor: Actor, query: str) -> list[Group]:
    """What ``actor`` may see that holds every word of ``query``; groups without hits are left out."""
    if not query:
        return []
    groups = [_documents(actor, query), _plans(actor, query), _assignments(actor, query), _procedures(actor, query)]
    return [group for group in groups if group.hits]


def _rows(model: type[Row], actor: Actor, query: str) -> list[Row]:
    visible = model.objects.visible_to(actor)  # type: ignore[attr-defined]
    return list(visible.filter(pk__in=matches(model, query))[: _LIMIT + 1])


def _documents(actor: Actor, query: str) -> Group:
    rows = _rows(OfficialDocument, actor, query)
    hits = [Hit(row.title, row.subject, reverse("registry:document", args=[row.pk])) for row in rows]
    return Group(_("Văn bản"), hits[:_LIMIT], len(hits) > _LIMIT)


def _procedures(actor: Actor, query: str) -> Group:
    rows = _rows(Procedure, actor, query)
    hits = [
        Hit(row.current.title, row.code, reverse("procedures:procedure", args=[row.pk])) for row in rows if row.current
    ]
    return Group(_("Thủ tục"), hits[:_LIMIT], len(hits) > _LIMIT)


def _plans(actor: Actor, query: str) -> Group:
    rows = _rows(Plan, actor, query)
    hits = [Hit(row.title, "", reverse("plans:plan", args=[row.pk])) for row in rows]
    return Group(_("Kế hoạch"), hits[:_LIMIT], len(hits) > _LIMIT)


def _assignments(actor: Actor, query: str) -> Group:
    rows = _rows(Assignment, actor, query)
    hits = [Hit(row.text[:200], row.plan.title, reverse("plans:assignment", args=[row.pk])) for row in rows]
    return Group(_("Nhiệm vụ"), hits[:_LIMIT], len(hits) > _LIMIT)
