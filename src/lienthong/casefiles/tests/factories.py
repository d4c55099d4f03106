"""Case files for tests, made through the acts."""

import io
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from lienthong.casefiles.actions.ask_export import ask_export
from lienthong.casefiles.actions.open_case import open_case
from lienthong.casefiles.making import make_export
from lienthong.casefiles.models import CaseExport, CaseFile, Subject
from lienthong.jobs.service import claim_and_run
from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import Evidence, Plan, Proof, record_work
from lienthong.plans.tests.factories import MINUTES, make_accepted, make_plan
from lienthong.registry.service import OfficialDocument

VALUES: dict[str, Any] = {
    "title": "Hồ sơ thực hiện kế hoạch truyền thông",
    "year": 2026,
    "notation": "01.VHXH",
    "maintenance": "20 năm",
    "rights": "Không hạn chế",
    "language": "Tiếng Việt",
    "keywords": "truyền thông",
    "starts_on": date(2026, 1, 5),
    "ends_on": None,
    "note": "",
}


@dataclass(frozen=True)
class Worked:
    """A plan that came from an order, with one piece of work and its photo."""

    plan: Plan
    order: OfficialDocument
    evidence: Evidence


def picture() -> SimpleUploadedFile:
    """A photo as a phone takes it, small."""
    buffer = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(buffer, "JPEG")
    return SimpleUploadedFile("anh-hop-thon.jpg", buffer.getvalue(), content_type="image/jpeg")


def worked_plan(people: Cast, order: OfficialDocument) -> Worked:
    plan = make_plan(people)
    Plan.objects.filter(pk=plan.pk).update(parent_document=order)
    plan.refresh_from_db()
    share = make_accepted(people, plan)
    work = record_work(
        people.member, title="Phát bản tin số 1", done_on=timezone.localdate(),
        proofs=[MINUTES, Proof(file=picture())], shares=[share],
    )  # fmt: skip
    return Worked(plan, order, work.evidence.get(kind="file"))


def make_case(people: Cast, subject: Subject, **values: Any) -> CaseFile:
    return open_case(people.coordinator, subject, values=VALUES | values)


def exported(actor: Actor, what: CaseFile | Subject) -> CaseExport:
    """An export with its files made, as a worker would."""
    export = ask_export(actor, what)
    assert claim_and_run(export, make_export), CaseExport.objects.get(pk=export.pk).last_error
    export.refresh_from_db()
    return export
