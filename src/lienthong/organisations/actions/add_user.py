"""Make an account, with its first position and a password that is shown once."""

import re
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.accounts import OneTimePassword
from lienthong.organisations.acting import Actor
from lienthong.organisations.actions.add_position import add_position
from lienthong.organisations.models import Body, Role, User
from lienthong.organisations.permissions import abilities_for

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,49}")


def add_user(
    actor: Actor,
    *,
    body: Body,
    username: str,
    full_name: str,
    title: str,
    role: Role | str,
    email: str = "",
    phone: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    password: OneTimePassword | None = None,
) -> tuple[User, str]:
    """The new user and his one-time password, which is stored nowhere; ``password`` is one made beforehand."""
    if not abilities_for(actor, body).staff:
        raise NotAllowed(_("Chỉ quản trị của cơ quan tạo được tài khoản ở đây."))
    username, full_name = username.strip().lower(), " ".join(full_name.split())
    if not _USERNAME.fullmatch(username):
        raise Refused(_("Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm hoặc gạch nối."), field="username")
    if not full_name:
        raise Refused(_("Hãy ghi họ và tên."), field="full_name")
    if User.objects.filter(username=username).exists():
        raise Refused(_("Tên đăng nhập này đã có người dùng."), field="username")
    password = password or OneTimePassword.make()
    with transaction.atomic():
        user = User(username=username, full_name=full_name, email=email, phone=phone)
        password.give(user)
        user.save()
        audit.record(events.USER_ADDED, user, by=actor.stamp, person=full_name)
        add_position(actor, user, body=body, title=title, role=role, valid_from=valid_from, valid_to=valid_to)
    return user, password.plain
