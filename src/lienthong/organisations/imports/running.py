"""Take the rows through the very acts that the screens call; what happened to each row, and what went wrong where.

A dry run does the same in a transaction that is taken back, so it shows exactly what would happen.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.core.tables import Outcome, Problem, Row
from lienthong.core.text import search_fold
from lienthong.organisations.accounts import OneTimePassword
from lienthong.organisations.acting import Actor
from lienthong.organisations.actions.add_body import add_body
from lienthong.organisations.actions.add_group import add_group
from lienthong.organisations.actions.add_position import add_position
from lienthong.organisations.actions.add_user import add_user
from lienthong.organisations.actions.change_body import change_body
from lienthong.organisations.actions.choose_members import choose_members
from lienthong.organisations.imports import sheets
from lienthong.organisations.imports.template import CHOICES
from lienthong.organisations.models import Body, Group, User, today


@dataclass(slots=True)
class ImportReport:
    """``passwords`` are (user name, full name, one-time password) of new users; empty after a dry run."""

    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passwords: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def changes(self) -> int:
        return sum(outcome.changes for outcome in self.outcomes)


class ImportRun:
    """One pass over the rows for ``actor``; call it inside a transaction."""

    def __init__(self, actor: Actor, passwords: Callable[[], OneTimePassword]) -> None:
        self.report = ImportReport()
        self._actor = actor
        self._passwords = passwords
        self._bodies: dict[str, list[Body]] = {}
        for body in Body.objects.valid_now().select_related("parent"):
            self._know(body)

    def run(self, rows: list[Row]) -> ImportReport:
        acts = {sheets.BODIES: self._body, sheets.POSITIONS: self._position}
        for row in rows:
            if row.sheet in acts and not row.problems:
                self._safely(row, lambda row=row: acts[row.sheet](row))  # type: ignore[misc]
        self._groups([row for row in rows if row.sheet == sheets.GROUPS])
        for row in rows:
            self.report.problems.extend(row.problems)
        return self.report

    def _safely(self, row: Row, act: Callable[[], tuple[str, bool] | None]) -> None:
        try:
            with transaction.atomic():
                done = act()
        except Refused as refused:
            row.wrong(refused.field or row.sheet.columns[0].key, str(refused.sentence))
            return
        if done is not None:
            sentence, changes = done
            self.report.outcomes.append(Outcome(f"{row.sheet.title}!{row.number}", sentence, changes))

    def _body(self, row: Row) -> tuple[str, bool]:
        fields: dict[str, Any] = {
            key: row.text(key) for key in ("name", "short_name", "official_id", "symbol", "place") if row.text(key)
        }
        fields |= {key: self._choice(row, key) for key in ("kind", "level")}
        if row.text("is_office"):
            fields["is_office"] = search_fold(row.text("is_office")) in ("x", "co", "1", "true")
        if row.day("valid_from"):
            fields["valid_from"] = row.day("valid_from")
        others = tuple(filter(None, (name.strip() for name in row.text("other_names").split(";"))))
        parent = self._find(row, "parent") if row.text("parent") else self._actor.office
        known = self._known_body(row, parent)
        if known is None:
            body = add_body(self._actor, parent=parent, other_names=others, **fields)
            self._know(body)
            above = parent.name if parent else _("gốc")
            return _("Thêm %(name)s, thuộc %(parent)s.") % {"name": body.name, "parent": above}, True
        if row.text("parent"):
            fields["parent"] = parent
        kept = (*known.names.values_list("name", flat=True), *others) if others else None
        before = _state(known)
        changed = change_body(self._actor, known, other_names=kept, **fields)
        self._know(changed)
        if _state(changed) == before:
            return _("%(name)s: không đổi.") % {"name": changed.name}, False
        return _("Sửa thông tin của %(name)s.") % {"name": changed.name}, True

    def _position(self, row: Row) -> tuple[str, bool]:
        body, role = self._find(row, "body"), self._choice(row, "role")
        username, name, title = row.text("username").lower(), row.text("full_name"), row.text("title")
        said = {"person": name, "title": title, "body": body.name}
        user = User.objects.filter(username=username).first()
        if user is None:
            password = self._passwords()
            user, plain = add_user(
                self._actor,
                body=body,
                username=username,
                full_name=name,
                title=title,
                role=role,
                email=row.text("email"),
                phone=row.text("phone"),
                valid_from=row.day("valid_from"),
                valid_to=row.day("valid_to"),
                password=password,
            )
            self.report.passwords.append((username, user.full_name, plain))
            return _("Tạo tài khoản cho %(person)s, %(title)s tại %(body)s.") % said, True
        if search_fold(user.full_name) != search_fold(name):
            taken = _("Tên đăng nhập này là của %(person)s.") % {"person": user.full_name}
            raise Refused(taken, field="username")
        if user.positions.valid_now().filter(body=body, title=title, role=role).exists():
            return _("%(person)s, %(title)s tại %(body)s: không đổi.") % said, False
        dates = {"valid_from": row.day("valid_from"), "valid_to": row.day("valid_to")}
        add_position(self._actor, user, body=body, title=title, role=role, **dates)
        return _("Giao thêm chức vụ %(title)s tại %(body)s cho %(person)s.") % said, True

    def _groups(self, rows: list[Row]) -> None:
        """All rows of one name together are the members of that group."""
        named: dict[str, list[Row]] = {}
        for row in rows:
            named.setdefault(search_fold(row.text("group")), []).append(row)
        for together in named.values():
            if not any(row.problems for row in together):
                self._safely(together[0], lambda rows=together: self._group(rows))  # type: ignore[misc]

    def _group(self, rows: list[Row]) -> tuple[str, bool] | None:
        office = self._find(rows[0], "office") if rows[0].text("office") else self._actor.office
        if office is None:
            raise Refused(_("Hãy ghi cơ quan lập nhóm."), field="office")
        members: list[Body] = []
        for row in rows:
            try:
                members.append(self._find(row, "member"))
            except Refused as refused:
                row.wrong("member", str(refused.sentence))
        if any(row.problems for row in rows):
            return None
        day = min((day for row in rows if (day := row.day("valid_from"))), default=None) or today()
        name = rows[0].text("group")
        said = {"name": name, "n": len(set(members))}
        group = Group.objects.filter(office=office, folded=search_fold(name)).first()
        if group is not None and set(group.members_on(day)) == set(members):
            return _("Nhóm %(name)s: không đổi.") % said, False
        group = group or add_group(self._actor, office=office, name=name)
        choose_members(self._actor, group, members, day=day)
        return _("Nhóm %(name)s có %(n)d thành viên.") % said, True

    def _choice(self, row: Row, key: str) -> str:
        choices = CHOICES[key]
        wanted = search_fold(row.text(key))
        for value, label in choices.choices:
            if wanted in (search_fold(str(label)), value):
                return str(value)
        known = ", ".join(str(label) for label in choices.labels)
        raise Refused(_("“%(value)s” không có trong: %(known)s.") % {"value": row.text(key), "known": known}, field=key)

    def _know(self, body: Body) -> None:
        for name in {body.official_id, search_fold(body.name), search_fold(body.short_name)} - {""}:
            same = self._bodies.setdefault(name, [])
            same[:] = [*(other for other in same if other.pk != body.pk), body]

    def _find(self, row: Row, key: str) -> Body:
        said = row.text(key)
        found = self._bodies.get(said) or self._bodies.get(search_fold(said)) or []
        own = [body for body in found if self._actor.office and body.path.startswith(self._actor.office.path)]
        found = own or found
        if not found:
            raise Refused(_("Chưa có tổ chức nào tên “%(name)s”.") % {"name": said}, field=key)
        if len(found) > 1:
            raise Refused(
                _("Có %(n)d tổ chức tên “%(name)s”. Hãy ghi mã định danh.") % {"n": len(found), "name": said}, field=key
            )
        return found[0]

    def _known_body(self, row: Row, parent: Body | None) -> Body | None:
        by_id = self._bodies.get(row.text("official_id"), []) if row.text("official_id") else []
        same = [body for body in self._bodies.get(search_fold(row.text("name")), []) if _beside(body, parent)]
        return next(iter(by_id or same), None)


def _beside(body: Body, parent: Body | None) -> bool:
    # The row of the office itself usually leaves out to whom it belongs.
    return parent is None or parent.pk in (body.parent_id, body.pk)


def _state(body: Body) -> tuple[object, ...]:
    names = sorted(body.names.values_list("folded", flat=True))
    concrete = tuple(getattr(body, name.attname) for name in Body._meta.concrete_fields)
    return (*concrete, *names)
