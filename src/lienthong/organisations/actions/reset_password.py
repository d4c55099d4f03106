"""Give a user who forgot his password a new one that is shown once."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed
from lienthong.organisations import events
from lienthong.organisations.accounts import OneTimePassword
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import User
from lienthong.organisations.permissions import abilities_for


def reset_password(actor: Actor, user: User) -> str:
    """The new one-time password; the old one stops working, and so do the user's open sessions."""
    if not abilities_for(actor, user).staff:
        raise NotAllowed(_("Chỉ quản trị của mọi cơ quan nơi người này làm việc đặt lại được mật khẩu."))
    password = OneTimePassword.make()
    with transaction.atomic():
        password.give(user)
        user.save(update_fields=["password", "password_is_temporary"])
        audit.record(events.PASSWORD_RESET, user, by=actor.stamp, person=str(user))
    return password.plain
