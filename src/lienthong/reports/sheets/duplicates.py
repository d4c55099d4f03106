"""Reports that two bodies ask for though they want much the same, perhaps in two rhythms."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rapidfuzz import fuzz

from lienthong.core.text import fold
from lienthong.reports.models import FormCell, NotDuplicate, Obligation, PeriodKind

#: So many cells in common, or such a share of the smaller form, or names so much alike.
_FEWEST, _SHARE, _LIKE = 3, 0.6, 88


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two obligations and what they share; ``sentence`` can be sent to whoever asks."""

    one: Obligation
    other: Obligation
    shared: tuple[str, ...]

    @property
    def words(self) -> str:
        """ "5 số liệu giống nhau; Sở Nội vụ hỏi theo quý, UBND tỉnh hỏi theo 6 tháng, năm"."""
        same = (
            ngettext("%(n)d nội dung giống nhau", "%(n)d nội dung giống nhau", len(self.shared))
            % {"n": len(self.shared)}
            if self.shared
            else _("tên báo cáo gần giống nhau")
        )
        return _("%(same)s; %(one)s hỏi theo %(first)s, %(other)s hỏi theo %(second)s") % {
            "same": same,
            "one": self.one.recipient,
            "first": rhythm_of(self.one),
            "other": self.other.recipient,
            "second": rhythm_of(self.other),
        }

    @property
    def sentence(self) -> str:
        listed = "; ".join(self.shared[:10])
        return _(
            "Cơ quan chúng tôi đang báo cáo cùng nội dung (%(listed)s) theo “%(one)s” gửi %(first)s và “%(other)s” gửi "
            "%(second)s. Đề nghị cho dùng chung một báo cáo, một kỳ."
        ) % {
            "listed": listed or _("xem hai báo cáo kèm theo"),
            "one": self.one.name,
            "first": self.one.recipient,
            "other": self.other.name,
            "second": self.other.recipient,
        }


def rhythm_of(obligation: Obligation) -> str:
    """ "quý, năm"."""
    names = dict(PeriodKind.choices)
    return ", ".join(str(names[kind]).lower() for kind in obligation.kinds if kind in names) or _("đột xuất")


def overlaps(obligations: list[Obligation]) -> list[Overlap]:
    """Pairs that ask for much the same and of which nobody said that they are two; the most alike first."""
    said = set(NotDuplicate.objects.filter(one__in=obligations).values_list("one_id", "other_id"))
    wanted: dict[int, dict[str, str]] = {each.pk: {} for each in obligations}
    cells = FormCell.objects.filter(form__obligation__in=obligations, form__replaced_by=None)
    for pk, label, source in cells.values_list("form__obligation_id", "label", "source"):
        row = label.partition(" · ")[0]
        key = source if source.startswith(("figure:", "unit:")) else fold(row)
        wanted[pk].setdefault(key, row)
    found = []
    for one, other in combinations(sorted(obligations, key=lambda each: each.pk), 2):
        if (one.pk, other.pk) in said or one.recipient == other.recipient:
            continue
        shared = tuple(words for key, words in wanted[one.pk].items() if key in wanted[other.pk])
        fewer = min(len(wanted[one.pk]), len(wanted[other.pk]))
        alike = fuzz.token_sort_ratio(fold(one.name), fold(other.name)) >= _LIKE
        if len(shared) >= _FEWEST or (fewer and len(shared) / fewer >= _SHARE) or alike:
            found.append(Overlap(one, other, shared))
    return sorted(found, key=lambda each: -len(each.shared))
