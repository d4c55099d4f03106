"""Gathering: what a report's figures are now, what they were when frozen, and how the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Sum
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.core.amounts import amount_words
from lienthong.core.hashing import sha256_of
from lienthong.core.keys import key_of
from lienthong.core.language import site_language
from lienthong.feedback.service import FeedbackCase
from lienthong.plans.service import Assignment, BudgetLine, Occurrence, Spending, Work
from lienthong.registry.service import OfficialDocument
from lienthong.reports import activity_lines
from lienthong.reports.figures import BY_CODE, FIGURES, IF_ANY, Figure, out_of_scope, values
from lienthong.reports.models import Report, ReportFigure
from lienthong.reports.unit_figures import typed_content


@dataclass(frozen=True, slots=True)
class Line:
    """One row that a figure counted; ``detail`` says who and when, ``url`` leads on towards its evidence."""

    key: str
    text: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a report as it is now, or as frozen with what has changed since."""

    figure: Figure
    value: int
    out_of: int | None
    now: int

    @property
    def changed(self) -> bool:
        return self.value != self.now

    @property
    def shown(self) -> bool:
        """False for money and activities of which nothing was written down."""
        return self.figure not in IF_ANY or bool(self.value or self.now)

    @property
    def words(self) -> str:
        return self.figure.words(self.value)

    @property
    def out_of_words(self) -> str:
        return "" if self.out_of is None else self.figure.words(self.out_of)

    @property
    def now_words(self) -> str:
        return self.figure.words(self.now)


def counts_of(report: Report) -> list[Count]:
    """The figures of ``report``: live while it is a draft; afterwards the frozen ones beside what they are now."""
    now = values(report.office, report.starts_on, report.ends_on)
    frozen = {row.code: row.value for row in report.figures.all()}
    shown = frozen or now
    return [
        Count(
            figure,
            shown[figure.code],
            shown.get(figure.out_of) if figure.out_of else None,
            now[figure.code],
        )
        for figure in FIGURES
        # What was not counted yet when the report was frozen is no figure of it.
        if figure.code in shown
    ]


def rows_of(report: Report, figure: Figure) -> models.QuerySet[Any]:
    return figure.rows(report.office, report.starts_on, report.ends_on)


def lines_of(rows: models.QuerySet[Any]) -> list[Line]:
    """The rows a figure counted, as people read them."""
    related: dict[type[models.Model], tuple[str, ...]] = {
        Assignment: ("plan",),
        Occurrence: ("share__assignment", "share__body"),
        Work: ("body",),
        BudgetLine: ("assignment",),
        Spending: ("line", "document"),
        OfficialDocument: (),
        FeedbackCase: ("unit",),
        **activity_lines.RELATED,
    }
    found = rows.select_related(*related[rows.model])
    return [_line(row) for row in (found.prefetch_related("credits") if rows.model is Work else found)]


def frozen_lines(report: Report, figure: Figure, entries: list[dict[str, str]]) -> list[Line]:
    """Lines of a frozen figure in the words of that day; each leads on as long as what it counted is there."""
    model = rows_of(report, figure).model
    keys = [int(entry["key"].partition(":")[2]) for entry in entries]
    urls = {line.key: line.url for line in lines_of(model._default_manager.filter(pk__in=keys))}
    return [Line(entry["key"], entry["text"], entry.get("detail", ""), urls.get(entry["key"], "")) for entry in entries]


def _line(row: Any) -> Line:
    if type(row) in activity_lines.WORDS:
        return Line(key_of(row), *activity_lines.WORDS[type(row)](row))
    if isinstance(row, Assignment):
        due = _("hạn %(day)s") % {"day": f"{row.due:%d/%m/%Y}"} if row.due else ""
        return Line(key_of(row), f"{row.label} {row.text}".strip(), due, reverse("plans:assignment", args=[row.pk]))
    if isinstance(row, Occurrence):
        share = row.share
        done = _("làm ngày %(day)s") % {"day": f"{row.closed_on:%d/%m/%Y}"} if row.closed_on else _("chưa làm")
        text = f"{row.get_kind_display()} {row.number}: {share.assignment.text}"
        detail = f"{share.body.label} · {_('hạn %(day)s') % {'day': f'{row.due:%d/%m/%Y}'}} · {done}"
        return Line(key_of(row), text, detail, reverse("plans:occurrence", args=[row.pk]))
    if isinstance(row, Work):
        detail = f"{row.body.label} · {row.done_on:%d/%m/%Y}"
        # A piece of work is shown, with its evidence, where it counts.
        first = min(credit.share_id for credit in row.credits.all())
        return Line(key_of(row), row.title, detail, reverse("plans:share", args=[first]))
    if isinstance(row, BudgetLine):
        return Line(key_of(row), row.purpose, _money(row), reverse("plans:budget_line", args=[row.pk]))
    if isinstance(row, Spending):
        paper = row.document.title if row.document else row.name
        detail = f"{amount_words(row.amount)} · {row.spent_on:%d/%m/%Y} · {paper}"
        return Line(key_of(row), row.line.purpose, detail, reverse("plans:budget_line", args=[row.line_id]))
    if isinstance(row, FeedbackCase):
        # A code and what it is about: a frozen report never holds a word of a resident.
        detail = " · ".join(filter(None, (row.unit.label if row.unit else "", str(row.get_state_display()))))
        url = reverse("feedback:case", args=[row.pk])
        return Line(key_of(row), f"{row.code}, {str(row.get_category_display()).lower()}", detail, url)
    return Line(
        key_of(row), f"{row.title} {row.subject}".strip(), row.issuer, reverse("registry:document", args=[row.pk])
    )


def _money(line: BudgetLine) -> str:
    """ "Ngân sách xã · dự toán 10.000.000 · được duyệt 8.000.000"."""
    planned = amount_words(line.planned) or _("chưa ghi số")
    words = [str(line.get_source_display()), _("dự toán %(amount)s") % {"amount": planned}]
    if line.approved is not None:
        words.append(_("được duyệt %(amount)s") % {"amount": amount_words(line.approved)})
    return " · ".join(words)


def freeze_figures(report: Report) -> str:
    """Store every figure with the rows it counted; returns the hash over all of it and over the texts."""
    with site_language():
        stored = [_frozen(report, order, figure) for order, figure in enumerate(FIGURES)]
    by_code = {row.code: row.value for row in stored}
    for row in stored:
        row.out_of = by_code.get(BY_CODE[row.code].out_of)
    ReportFigure.objects.bulk_create(stored)
    return hash_of(report)


def _frozen(report: Report, order: int, figure: Figure) -> ReportFigure:
    rows = rows_of(report, figure)
    lines = lines_of(rows)
    counted = [{"key": line.key, "text": line.text, "detail": line.detail} for line in lines]
    return ReportFigure(
        report=report, code=figure.code, order=order, label=str(figure.label), rule=str(figure.rule),
        value=(rows.aggregate(sum=Sum(figure.adds))["sum"] or 0) if figure.adds else len(counted), counted=counted,
    )  # fmt: skip


def hash_of(report: Report) -> str:
    """SHA-256 over period, figures, counted rows, texts and what units typed, in canonical JSON."""
    figures = [
        {"code": row.code, "rule": row.rule, "value": row.value, "counted": row.counted}
        for row in report.figures.order_by("order")
    ]
    content: dict[str, Any] = {
        "office": report.office.name,
        "title": report.title,
        "period": [report.starts_on.isoformat(), report.ends_on.isoformat()],
        "figures": figures,
        "texts": [report.opening, report.results, report.shortcomings, report.causes, report.outlook],
    }
    typed = typed_content(report)
    if typed:  # a report frozen without any keeps the hash it was given
        content["typed"] = typed
    return sha256_of(content)


def intact(report: Report) -> bool:
    """True when what is stored of a frozen report still gives its hash."""
    return bool(report.hash) and hash_of(report) == report.hash


def difference(report: Report, row: ReportFigure) -> tuple[list[str], list[Line]]:
    """What a frozen figure counted that it would not count now, and what it would count besides.

    A row of a sum that has another amount now is among both, with what it was and what it is.
    """
    figure = BY_CODE[row.code]
    now = {line.key: line for line in lines_of(rows_of(report, figure))}
    then = {entry["key"]: (entry["text"], entry.get("detail", "")) for entry in row.counted}
    same = {key for key in then.keys() & now.keys() if not figure.adds or now[key].detail == then[key][1]}
    gone = [" ".join(words if figure.adds else words[:1]) for key, words in then.items() if key not in same]
    return gone, [line for key, line in now.items() if key not in same]


def listed_lines(report: Report) -> list[Assignment]:
    """Lines outside this tool's scope, for the report to list by their text."""
    return list(out_of_scope(report.office, report.starts_on, report.ends_on))
