"""The class was taught: every session is over and has its sheet; results follow the rule where there is one."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import Nominee, TrainingClass
from lienthong.training.permissions import moved
from lienthong.training.results import follow_rule


@transaction.atomic
def finish_class(actor: Actor, training: TrainingClass) -> TrainingClass:
    training = moved(actor, training, "finish", "finish")
    sessions = list(training.sessions.all())
    if any(one.ends_at > timezone.now() for one in sessions):
        raise Refused(_("Còn buổi chưa học xong."))
    blank = next((one for one in sessions if one.ticked_at is None), None)
    if blank is not None:
        raise Refused(_("Buổi %(session)s chưa điểm danh.") % {"session": blank})
    training.taught_on = timezone.localdate(sessions[-1].ends_at)
    training.save(update_fields=["state", "taught_on"])
    follow_rule(training)
    items.forget_all(training)
    listed = training.nominees.on_list()
    passed = listed.filter(result=Nominee.Result.PASSED).count()
    record(events.FINISHED, training, by=actor.stamp, passed=passed, count=listed.count())
    return training
