"""The steps on the page of a share: which form each needs, what it calls, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from lienthong.organisations.service import Actor
from lienthong.plans import forms, service
from lienthong.plans.models import Share
from lienthong.plans.workflow import SLUGS

Run = Callable[[Actor, Share, Any], object]


@dataclass(frozen=True, slots=True)
class Step:
    """``label`` says what the button does, ``done`` what happened. ``danger`` marks what takes work away."""

    act: str
    label: object
    done: object
    form: type[forms.StepForm] | type[forms.ProofForm]
    run: Run
    icon: str
    danger: bool = False

    @property
    def slug(self) -> str:
        return SLUGS[self.act]

    @property
    def at_once(self) -> bool:
        """Nothing has to be filled in."""
        return self.form is forms.EmptyForm


def _prove(actor: Actor, share: Share, form: Any) -> object:
    data = form.cleaned_data
    return service.prove_share(actor, share, proofs=form.proofs, title=data["title"], done_on=data["done_on"])


STEPS = (
    Step("accept", _("Tiếp nhận"), _("Đã tiếp nhận."), forms.EmptyForm,
         lambda a, s, f: service.accept_share(a, s), "check"),
    Step("note", _("Đã biết"), _("Đã ghi nhận."), forms.EmptyForm, lambda a, s, f: service.note_share(a, s), "eye"),
    Step("record", _("Gửi minh chứng"), _("Đã nhận minh chứng."), forms.ProofForm, _prove, "camera"),
    Step("submit", _("Trình kết quả"), _("Đã trình kết quả, chờ xác nhận."), forms.SubmitForm,
         lambda a, s, f: service.submit_share(a, s, **f.cleaned_data), "paper-airplane"),
    Step("confirm", _("Xác nhận hoàn thành"), _("Đã xác nhận hoàn thành."), forms.EmptyForm,
         lambda a, s, f: service.confirm_share(a, s), "check-badge"),
    Step("send_back", _("Trả lại, kèm lý do"), _("Đã trả lại kết quả."), forms.ReasonForm,
         lambda a, s, f: service.send_back_share(a, s, **f.cleaned_data), "arrow-uturn-left", danger=True),
    Step("report", _("Báo tiến độ"), _("Đã ghi tiến độ."), forms.ProgressForm,
         lambda a, s, f: service.report_progress(a, s, **f.cleaned_data), "chat-bubble-left-ellipsis"),
    Step("assign_handler", _("Giao người thực hiện"), _("Đã giao người thực hiện."), forms.HandlerForm,
         lambda a, s, f: service.assign_handler(a, s, **f.cleaned_data), "user-plus"),
    Step("ask_extension", _("Xin gia hạn"), _("Đã gửi đề nghị gia hạn."), forms.ExtensionForm,
         lambda a, s, f: service.ask_extension(a, s, **f.cleaned_data), "calendar-days"),
    Step("decline", _("Đề nghị trả lại việc"), _("Đã gửi đề nghị trả lại."), forms.ReasonForm,
         lambda a, s, f: service.decline_share(a, s, **f.cleaned_data), "arrow-uturn-left", danger=True),
    Step("urge", _("Đôn đốc"), _("Đã đôn đốc. Có thể sao chép tin nhắn để gửi nhóm."), forms.UrgeForm,
         lambda a, s, f: service.urge_share(a, s, **f.cleaned_data), "megaphone"),
    Step("assign_again", _("Vẫn giao đơn vị này"), _("Đã giao lại."), forms.ReasonForm,
         lambda a, s, f: service.assign_share_again(a, s, **f.cleaned_data), "arrow-path"),
    Step("transfer", _("Chuyển đơn vị khác"), _("Đã chuyển việc sang đơn vị khác."), forms.TransferForm,
         lambda a, s, f: service.transfer_share(a, s, **f.cleaned_data), "arrows-right-left", danger=True),
    Step("set_deadline", _("Đổi hạn của đơn vị"), _("Đã đổi hạn."), forms.DeadlineForm,
         lambda a, s, f: service.set_deadline(a, s, **f.cleaned_data), "calendar"),
)  # fmt: skip

BY_SLUG = {step.slug: step for step in STEPS}
