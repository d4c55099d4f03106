"""Procedures that are public and written, a guide, an import and their papers, for the table of permissions."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lienthong.procedures.actions.add_blank_form import add_blank_form
from lienthong.procedures.actions.import_procedures import import_procedures
from lienthong.procedures.actions.note_replaced_law import note_replaced_law
from lienthong.procedures.actions.post_procedure import post_procedure
from lienthong.procedures.posting import CHECKLIST
from lienthong.procedures.tests.factories import ROW, let_out, make_guide, make_public, make_version, workbook
from lienthong.procedures.tests.pictures import photo

if TYPE_CHECKING:
    from tests.architecture.world import World

PDF = b"%PDF-1.4 mau don"


def add_to(world: World) -> None:
    people = world.people
    written = make_version(people, code="2.000635", title="Cấp bản sao trích lục hộ tịch")
    form = add_blank_form(people.member, written, SimpleUploadedFile("to-khai.pdf", PDF), name="Tờ khai")
    written.refresh_from_db()
    shown = make_version(people, code="2.000815", title="Chứng thực bản sao từ bản chính")
    public_form = add_blank_form(people.member, shown, SimpleUploadedFile("to-khai.pdf", PDF), name="Tờ khai")
    shown.refresh_from_db()
    let_out(shown, people.member, people.leader)
    public = make_public(people)
    posting = post_procedure(
        people.member, public.procedure, picture=photo(), place="Bảng tin", posted_on=timezone.localdate(),
        seen=CHECKLIST, explanation="Ảnh chụp lúc in tờ",
    )  # fmt: skip
    guide = make_guide(people)
    let_out(guide, people.member, people.leader)
    law = note_replaced_law(people.member, number="123/2015/NĐ-CP", replaced_by="Nghị định mới", since=date(2026, 1, 1))
    batch = import_procedures(
        people.member, workbook(ROW), file_name="a.xlsx", decision="9/QĐ-UBND", dated=date(2026, 1, 5), apply=True
    ).batch
    assert batch is not None

    world.rooms["procedures"] = {"pk": public.procedure.pk}
    world.use(written, "procedures:step", act="trinh")
    world.use(guide, "procedures:guide_step", act="thoi")
    world.use(guide.guide, "procedures:guide", "procedures:edit_guide", "procedures_guide")
    world.use(written, "procedures:add_form")
    world.use(form, "procedures:form_file", "procedures:remove_form")
    world.use(public_form, "procedures_form")
    world.use(posting, "procedures:photo")
    world.use(law, "procedures:forget_law")
    world.use(batch, "procedures:batch", "procedures:approve_batch")
    world.use(public.procedure, "procedures_one", "procedures_papers", "procedures_history", "procedures_sheet")
