"""Take the rows through the acts that the screens call; what happened to each row, and what went wrong where."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.core.tables import Outcome, Problem, Row
from lienthong.core.text import search_fold
from lienthong.organisations.service import Actor
from lienthong.procedures.actions.submit_version import submit_version
from lienthong.procedures.actions.write_procedure import write_procedure
from lienthong.procedures.deciding import PROCEDURE_FIELDS
from lienthong.procedures.history import changes_between
from lienthong.procedures.imports.sheet import CHOICES
from lienthong.procedures.models import Audience, Batch, Level, Online, Procedure, ProcedureVersion
from lienthong.procedures.writing import cleaned

_DEFAULTS = {"level": Level.COMMUNE, "audience": Audience.CITIZENS, "online": Online.NONE}


@dataclass(slots=True)
class ImportReport:
    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    batch: Batch | None = None

    @property
    def changes(self) -> int:
        return sum(outcome.changes for outcome in self.outcomes)


class ImportRun:
    """One pass over the rows for ``actor``; call it inside a transaction."""

    def __init__(self, actor: Actor, batch: Batch) -> None:
        self.report = ImportReport()
        self._actor, self._batch = actor, batch
        self._seen: set[str] = set()

    def run(self, rows: list[Row]) -> ImportReport:
        for row in rows:
            if not row.problems:
                self._take(row)
            self.report.problems.extend(row.problems)
        return self.report

    def _take(self, row: Row) -> None:
        try:
            with transaction.atomic():
                sentence, changes = self._procedure(row)
        except Refused as refused:
            row.wrong(refused.field or "code", str(refused.sentence))
            return
        self.report.outcomes.append(Outcome(f"{row.sheet.title}!{row.number}", sentence, changes))

    def _procedure(self, row: Row) -> tuple[str, bool]:
        code, values = "".join(row.text("code").split()), self._values(row)
        if code in self._seen:
            raise Refused(_("Mã %(code)s có hai dòng.") % {"code": code}, field="code")
        self._seen.add(code)
        said = {"code": code, "title": row.text("title")}
        known = Procedure.objects.filter(office=self._actor.own_office, code=code).select_related("current").first()
        if known is None:
            self._write(None, values, code)
            return _("Thêm %(code)s: %(title)s.") % said, True
        if known.versions.under_way().exists():
            raise Refused(_("Thủ tục này đang có bản sửa chưa duyệt. Hãy duyệt hoặc sửa xong bản đó trước."))
        if known.current is not None:
            planned = ProcedureVersion(procedure=known, **cleaned(ProcedureVersion, values))
            changed = [change.label for change in changes_between(known.current, planned)]
            if not changed:
                return _("%(code)s: không đổi.") % said, False
            self._write(known, values, code)
            return _("Sửa %(code)s: %(what)s.") % (said | {"what": ", ".join(changed)}), True
        self._write(known, values, code)
        return _("Công khai lại %(code)s: %(title)s.") % said, True

    def _write(self, procedure: Procedure | None, values: dict[str, Any], code: str) -> None:
        version = write_procedure(self._actor, procedure, values=values, code=code, batch=self._batch)
        submit_version(self._actor, version, asks=False)

    def _values(self, row: Row) -> dict[str, Any]:
        values: dict[str, Any] = {name: row.text(name) for name in PROCEDURE_FIELDS}
        for key, choices in CHOICES.items():
            values[key] = self._choice(row, key, choices) if row.text(key) else _DEFAULTS[key]
        values["valid_from"] = row.day("valid_from") or self._batch.dated
        return values | {"decision": self._batch.decision, "decided_on": self._batch.dated}

    @staticmethod
    def _choice(row: Row, key: str, choices: Any) -> str:
        wanted = search_fold(row.text(key))
        for value, label in choices.choices:
            if wanted in (search_fold(str(label)), value):
                return str(value)
        known = ", ".join(str(label) for label in choices.labels)
        raise Refused(_("“%(value)s” không có trong: %(known)s.") % {"value": row.text(key), "known": known}, field=key)
