"""One of everything, for the table of permissions: a commune with a document, its plan, work, and a report."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.urls import get_resolver, reverse
from django.utils import timezone

from lienthong.audit.service import history_of
from lienthong.casefiles.actions.leave_out import leave_out
from lienthong.casefiles.tests.factories import exported, make_case
from lienthong.committees.tests.factories import make_committee, make_held_meeting, make_line, make_paper
from lienthong.core.keys import key_of
from lienthong.drafting.models import DraftChange, DraftTask
from lienthong.drafting.tests.factories import make_draft
from lienthong.inbox.actions.make_calendar_feed import make_calendar_feed
from lienthong.organisations.models import CommitteeMember, SigningAuthority, Supervision
from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import BodyFactory, Cast, cast, make_group
from lienthong.plans.models import Evidence
from lienthong.plans.proving import Proof
from lienthong.plans.service import ask_extension, record_work
from lienthong.plans.tests.factories import MINUTES, make_accepted, make_out_of_scope, make_plan, photo, tomorrow
from lienthong.plans.workflow import SLUGS
from lienthong.portal.actions.add_picture import add_picture
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.tests.factories import let_out, make_article, make_column, make_portal
from lienthong.portal.tests.factories import photo as camera_photo
from lienthong.registry.actions.add_phrase import add_phrase
from lienthong.registry.actions.decide_document import Instruction, decide_document
from lienthong.registry.actions.hold_number import hold_number
from lienthong.registry.models import Decision, DecisionPart, HeldNumber, Proposal
from lienthong.registry.service import register_incoming, register_outgoing
from lienthong.registry.tests.factories import plan_text, read_document
from lienthong.reports.actions.add_provided_form import add_provided_form
from lienthong.reports.actions.fill_form import fill_form
from lienthong.reports.tests.factories import make_obligation, make_quarter_report, make_unit_request
from lienthong.reports.tests.ugly_forms import counts, uploaded
from lienthong.speech.service import set_pronunciation
from lienthong.speech.tests.factories import make_recording

ROLES = (
    "clerk", "leader", "coordinator", "unit_head", "member", "other_head", "hamlet_head", "reader", "supervisor",
    "administrator",
)  # fmt: skip


PAGED = (Path(__file__).resolve().parents[2] / "samples" / "04-ke-hoach-xa.pdf").read_bytes()


@dataclass(frozen=True)
class World:
    """``things`` by the kind of thing an address is about; ``named`` for addresses that are about another."""

    people: Cast
    rooms: dict[str, Any]
    named: dict[str, dict[str, Any]]

    def actor(self, role: str) -> Actor:
        found: Actor = getattr(self.people, role)
        return found

    def address(self, name: str) -> str:
        """Where the address called ``name`` is; the tree of public pages is asked for its first one."""
        return "/" if name == "wagtail_serve" else reverse(name, kwargs=self._arguments(name))

    def _arguments(self, name: str) -> dict[str, Any]:
        if name in self.named:
            return self.named[name]
        return self.rooms.get(name.split(":")[0], {}) if _takes_pk(name) else {}


def _takes_pk(name: str) -> bool:
    space, _colon, short = name.partition(":")
    resolver = get_resolver().namespace_dict[space][1] if short else get_resolver()
    possibilities = resolver.reverse_dict.getlist(short or name)
    return any(parameters for _text, parameters in possibilities[0][0])


def build_world() -> World:
    people = cast()
    document = read_document(people.clerk)
    register_incoming(people.clerk, document, arrived_on=timezone.localdate())
    document.refresh_from_db()
    decision = decide_document(
        people.leader, document, kind=Decision.Kind.HANDLE,
        instructions=[Instruction(people.culture, DecisionPart.Part.LEAD, tomorrow())],
    )  # fmt: skip
    part = decision.parts.get()
    phrase = add_phrase(people.leader, text="Giao đơn vị chủ trì tham mưu")
    hold_number(people.clerk, day=timezone.localdate(), purpose="giữ cho quyết định")
    held = HeldNumber.objects.get()
    proposal = Proposal.objects.filter(file__document=document, kind=Proposal.Kind.TASK).first()
    file = document.files.get()
    paged = read_document(people.clerk, PAGED).files.get()

    plan = make_plan(people)
    share = make_accepted(people, plan, frequency_printed="Mỗi tháng 01 bài", due=date(plan.ends_on.year, 12, 31))
    outside = make_out_of_scope(people, plan)
    work = record_work(
        people.member, title="Phát bản tin", done_on=timezone.localdate(),
        proofs=[MINUTES, Proof(file=photo())], shares=[share],
    )  # fmt: skip
    evidence = Evidence.objects.get(work=work, kind="file")
    occurrence = share.occurrences.first()
    extension = ask_extension(people.unit_head, share, new_due=date(plan.ends_on.year + 1, 1, 15), reason="Thiếu người")

    obligation = make_obligation(people)
    report = make_quarter_report(people, obligation=obligation)
    unit_request = make_unit_request(people, report)
    unit_report = unit_request.unit_reports.get(body=people.hamlets[0])
    make_portal(people)
    column = make_column(people)
    article = make_article(people, column)
    picture = add_picture(people.member, camera_photo(), alt="Ảnh", credit="Nguồn")
    let_out(people.member, people.leader, make_article(people, column, title="Bài có ảnh", picture=picture))
    issued = register_outgoing(people.clerk, read_document(people.clerk, plan_text("/KH-UBND"), direction="out"))
    published = publish_document(people.leader, issued)
    unpublished = register_outgoing(people.clerk, read_document(people.clerk, plan_text("/BC-UBND"), direction="out"))
    form = add_provided_form(people.coordinator, uploaded(counts()), name="Biểu 01", obligation=obligation)
    filled = fill_form(people.coordinator, report, form, typed={})
    draft = make_draft(people)
    recording = make_recording(people)
    word = set_pronunciation(people.coordinator, written="TTVH", said="Trung tâm Văn hóa")
    draft_task = DraftTask.objects.get(section__draft=draft)
    change = DraftChange.objects.create(draft=draft, order=1, kind="changed", where="Trích yếu")
    case = make_case(people, plan)
    left_out = leave_out(people.coordinator, case, key_of(work), reason="bản trùng")
    export = exported(people.coordinator, case)
    group = make_group(people.office, "Trưởng các thôn", *people.hamlets)
    committee = BodyFactory(name="Ban Chỉ đạo", kind="committee", parent=people.office)
    member = CommitteeMember.objects.create(committee=committee, position=people.member.position, duty="Ủy viên")
    board = make_committee(people)
    meeting = make_held_meeting(people, board)
    line = make_line(people, board)
    paper = make_paper(people, board)
    signing = SigningAuthority.objects.create(position=people.leader.position, body=people.office, form="TM.")
    supervision = Supervision.objects.create(position=people.supervisor.position, body=people.office, basis="Luật")
    feed = make_calendar_feed(people.unit_head)
    event = history_of(document).first()
    assert proposal is not None
    assert event is not None

    def pk(thing: Any) -> dict[str, int]:
        return {"pk": thing.pk}

    position = people.member.position
    named: dict[str, dict[str, Any]] = {
        "registry:outgoing": {"which": "di"},
        "registry:register_book": {"slug": "den"},
        "registry:register_file": {"slug": "den", "ending": "xlsx"},
        "registry:cancel_number": pk(held),
        "registry:remove_phrase": pk(phrase),
        "registry:page": pk(paged) | {"number": 1},
        **{f"registry:{name}": pk(file) for name in ("file", "move_file", "read_file_again", "remove_annex")},
        **{
            f"registry:{name}": pk(proposal) for name in ("proposal", "confirm", "correct", "reject", "reopen", "scope")
        },
        **{f"registry:{name}": pk(part) for name in ("assign", "propose", "finish_part", "note")},
        "plans:plan_from_document": {"document_id": document.pk},
        **{f"plans:{name}": pk(share.assignment) for name in ("assignment", "assignment_edit")},
        "plans:assignment_close": pk(outside),
        "plans:share": pk(share),
        "plans:share_act": pk(share) | {"step": SLUGS["urge"]},
        "plans:extension_decide": pk(extension),
        "plans:occurrence": pk(occurrence),
        "plans:evidence": pk(evidence),
        "drafting:file": pk(draft) | {"ending": "docx"},
        "drafting:step": pk(draft) | {"act": "trinh"},
        "drafting:decide_change": pk(change),
        **{
            f"drafting:{name}": pk(draft_task.section)
            for name in ("section", "move_section", "drop_section", "new_task")
        },
        **{f"drafting:{name}": pk(draft_task) for name in ("task", "drop_task")},
        **{f"reports:{name}": pk(obligation) for name in ("make", "obligation_end")},
        **{f"reports:{name}": pk(unit_request) for name in ("request", "change_request", "merge", "urge")},
        **{f"reports:{name}": pk(unit_report) for name in ("unit_report", "return_report")},
        **{f"reports:{name}": pk(form) for name in ("form", "point_form", "new_edition")},
        "reports:fill_form": pk(report) | {"form_pk": form.pk},
        "reports:filled_form": pk(filled),
        "reports:not_duplicate": pk(obligation) | {"other_pk": obligation.pk},
        "reports:figure": pk(report) | {"code": "tasks"},
        **{f"casefiles:{name}": pk(plan) | {"kind": "ke-hoach"} for name in ("behind", "open", "export_behind")},
        **{f"committees:{name}": pk(board) for name in ("committee", "charter", "deputy", "line", "plan_meeting")},
        "committees:assign_line": pk(line),
        "committees:paper": pk(paper),
        "committees:step": pk(meeting) | {"act": "thong-qua"},
        **{f"committees:{name}": pk(meeting.conclusions.first()) for name in ("drop_conclusion", "assign_conclusion")},
        "casefiles:take_back": pk(left_out),
        "casefiles:export": pk(export),
        "casefiles:export_file": pk(export) | {"ending": "zip"},
        **{f"speech:{name}": pk(recording) for name in ("recording", "audio")},
        "speech:step": pk(recording) | {"act": "duyet"},
        "speech:remove_word": pk(word),
        "portal:new_page": {"kind": "article"},
        "portal:step": pk(article) | {"act": "trinh"},
        "portal:publish_document": pk(unpublished),
        "portal:withdraw_document": pk(published),
        "portal_document_file": pk(published),
        "portal_picture": pk(picture),
        "inbox:feed": {"token": feed.token},
        "inbox:weekly_sheet": {"body_id": people.culture.pk},
        "workspace:accent": {"body_id": people.office.pk},
        **{f"organisations:{name}": pk(group) for name in ("group", "choose_members")},
        **{f"organisations:{name}": pk(people.member.user) for name in ("user", "reset_password", "add_position")},
        **{f"organisations:{name}": pk(position) for name in ("end_position", "grant_signing")},
        "organisations:give_supervision": pk(people.supervisor.position),
        "organisations:end_supervision": pk(supervision),
        "organisations:add_committee_member": pk(committee),
        "organisations:end_committee_member": pk(member),
        "organisations:end_signing": pk(signing),
        **{f"organisations:{name}": pk(event) for name in ("ask_correction", "answer_correction")},
    }
    rooms = {
        "registry": pk(document), "plans": pk(plan), "reports": pk(report), "drafting": pk(draft),
        "organisations": pk(people.culture), "portal": pk(article), "casefiles": pk(case), "committees": pk(meeting),
        "speech": pk(recording.script),
    }  # fmt: skip
    return World(people, rooms, named)
