"""Import bodies, positions and groups from a spreadsheet: all of it or nothing."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.tables import Row, read_workbook
from lienthong.organisations import events
from lienthong.organisations.accounts import OneTimePassword
from lienthong.organisations.acting import Actor
from lienthong.organisations.imports.running import ImportReport, ImportRun
from lienthong.organisations.imports.sheets import ALL, POSITIONS
from lienthong.organisations.models import Body, Role, User


def import_organisations(actor: Actor, content: bytes, *, file_name: str, apply: bool = False) -> ImportReport:
    """What the rows of the workbook ``content`` do; done only with ``apply``, and only when no row has a problem."""
    if not (actor.operator or actor.is_(Role.ADMINISTRATOR)):
        raise NotAllowed(_("Chỉ quản trị nhập được bảng tính tổ chức."))
    rows = read_workbook(content, ALL)
    passwords = iter(_passwords_for(rows) if apply else ())
    with transaction.atomic():
        report = ImportRun(actor, lambda: next(passwords, None) or OneTimePassword.unusable()).run(rows)
        if not apply or report.problems:
            transaction.set_rollback(True)
        else:
            office = actor.office or Body.objects.order_by("path").first()
            if office is None:
                raise Refused(_("Bảng tính chưa có tổ chức nào."))
            audit.record(events.IMPORTED, office, by=actor.stamp, count=report.changes, file=file_name)
    if not apply or report.problems:
        report.passwords.clear()
    return report


def _passwords_for(rows: list[Row]) -> list[OneTimePassword]:
    """Made before the transaction: hashing a hundred passwords takes longer than others should wait for it."""
    names = {row.text("username").lower() for row in rows if row.sheet == POSITIONS}
    known = set(User.objects.filter(username__in=names).values_list("username", flat=True))
    return [OneTimePassword.make() for _name in names - known]
