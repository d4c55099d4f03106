"""The leader's decision and the handler's steps as forms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from lienthong.core.forms import DayField
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor, Body, Position, Role, positions_with
from lienthong.registry.actions.decide_document import Instruction, Spoken
from lienthong.registry.decision.parts import assignable_bodies, current_decision, parts_of
from lienthong.registry.models import Decision, DecisionPart, OfficialDocument


class UnitLine:
    """A unit on the decision page: whether it is chosen to support or to know, and until when."""

    def __init__(self, body: Body, chosen: bool, due: str) -> None:
        self.body, self.chosen, self.due = body, chosen, due


class DecisionForm(forms.Form):
    """``spoken`` fields are there for the clerk alone, who writes down what a leader said."""

    kind = forms.ChoiceField(label=_("Cách giải quyết"), choices=Decision.Kind, widget=forms.RadioSelect)
    opinion = forms.CharField(label=_("Ý kiến"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    lead = forms.ModelChoiceField(label=_("Chủ trì"), queryset=Body.objects.none(), required=False, empty_label="…")
    lead_due = DayField(label=_("Hạn của đơn vị chủ trì"), required=False)
    keep = forms.BooleanField(label=_("Nhớ ý kiến này để dùng lại"), required=False)
    leader = forms.ModelChoiceField(label=_("Lãnh đạo cho ý kiến"), queryset=Position.objects.none(), empty_label=None)
    medium = forms.ChoiceField(label=_("Hình thức"), choices=[c for c in Decision.Medium.choices if c[0] != "screen"])
    on = DayField(label=_("Ngày cho ý kiến"))

    def __init__(self, actor: Actor, document: OfficialDocument, data: Any = None) -> None:
        before = current_decision(document)
        parts = parts_of(before)
        lead = next((part for part in parts if part.part == DecisionPart.Part.LEAD), None)
        initial = {
            "kind": before.kind if before else Decision.Kind.HANDLE,
            "opinion": before.opinion if before else "",
            "lead": lead.body_id if lead else None,
            "lead_due": (lead.due if lead else None) or document.due,
            "on": timezone.localdate(),
        }
        super().__init__(data, initial=initial, label_suffix="")
        self.office, self._parts = document.office, parts
        self.fields["lead"].queryset = assignable_bodies(document.office)  # type: ignore[attr-defined]
        if actor.is_(Role.LEADER):
            for name in ("leader", "medium", "on"):
                del self.fields[name]
        else:
            self.fields["leader"].queryset = positions_with(document.office, Role.LEADER)  # type: ignore[attr-defined]

    def clean_opinion(self) -> str:
        """The opinion, and the phrase that was chosen from the list where no script puts it into the box."""
        return f"{self.cleaned_data['opinion']} {self.data.get('phrase', '')}".strip()

    @property
    def spoken(self) -> Spoken | None:
        if "leader" not in self.fields:
            return None
        return Spoken(self.cleaned_data["leader"], self.cleaned_data["medium"], self.cleaned_data["on"])

    @property
    def units(self) -> list[UnitLine]:
        """Every unit once, with what was chosen last: on the page, else in the decision before."""
        before = {part.body_id: part for part in self._parts if part.part != DecisionPart.Part.LEAD}
        lines = []
        for body in assignable_bodies(self.office):
            if self.is_bound:
                # Bound data is a QueryDict; its type says only Mapping.
                chosen = str(body.pk) in self.data.getlist("unit")  # type: ignore[attr-defined]
                due = self.data.get(f"due-{body.pk}", "")
            else:
                part = before.get(body.pk)
                chosen, due = part is not None, part.due.isoformat() if part and part.due else ""
            lines.append(UnitLine(body, chosen, due))
        return lines

    def instructions(self) -> list[Instruction]:
        """What is asked of whom; a chosen unit that is the lead already is not asked twice."""
        lead = self.cleaned_data["lead"] if self.cleaned_data["kind"] == Decision.Kind.HANDLE else None
        found = [Instruction(lead, DecisionPart.Part.LEAD, self.cleaned_data["lead_due"])] if lead else []
        for line in self.units:
            if line.chosen and line.body != lead:
                found.append(Instruction(line.body, DecisionPart.Part.SUPPORT, typed_day(line.due)))
        return found


def typed_day(value: str) -> date | None:
    """The day of a date box; :class:`Refused` when something else was typed."""
    if not value.strip():
        return None
    try:
        day = parse_date(value.strip())
    except ValueError:
        day = None
    if day is None:
        raise Refused(_("Thời hạn không phải là một ngày. Hãy chọn lại."))
    return day
