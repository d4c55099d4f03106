"""Enter results by hand, with a reason, and the numbers of certificates that the organiser issued."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused, required
from lienthong.organisations.service import Actor
from lienthong.training import events
from lienthong.training.models import Nominee, TrainingClass
from lienthong.training.permissions import moved


@transaction.atomic
def enter_results(
    actor: Actor, training: TrainingClass, *, results: Mapping[int, tuple[str, str]], reason: str
) -> TrainingClass:
    """``results``: result and certificate by nominee. ``reason`` is asked for where a result changes."""
    training = moved(actor, training, "judge", "judge")
    changed = []
    for nominee in training.nominees.on_list():
        result, certificate = results.get(nominee.pk, (nominee.result, nominee.certificate))
        certificate = certificate.strip()
        if result not in Nominee.Result.values:
            raise Refused(_("Kết quả chỉ là hoàn thành hoặc chưa hoàn thành."))
        if certificate and result != Nominee.Result.PASSED:
            said = {"n": nominee.number}
            raise Refused(_("Số %(n)d có số chứng nhận mà chưa ghi hoàn thành. Hãy xem lại.") % said)
        if result != nominee.result:
            nominee.result_reason = required(reason, _("Hãy ghi lý do ghi kết quả bằng tay."))[:300]
        elif certificate == nominee.certificate:
            continue
        nominee.result, nominee.certificate = result, certificate[:60]
        nominee.save(update_fields=["result", "result_reason", "certificate"])
        changed.append(nominee)
    if not changed:
        raise Refused(_("Chưa có gì thay đổi."))
    record(events.JUDGED, training, by=actor.stamp, count=len(changed), reason=reason.strip()[:300] or "–")
    return training
