"""Attach a file to a meeting."""

from django.core.files.base import File
from django.db import transaction

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Meeting, Paper
from lienthong.committees.permissions import begin
from lienthong.core.file_kinds import kind_of, sha256_of
from lienthong.organisations.service import Actor


@transaction.atomic
def add_paper(actor: Actor, meeting: Meeting, file: File) -> Paper:
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    begin(actor, meeting, "prepare", "write")
    kind, name = kind_of(file), str(file.name)[:255]
    paper = Paper(
        meeting=meeting, name=name, content_type=kind.content_type, sha256=sha256_of(file), added_by=actor.own_position
    )
    paper.stored.save(f"tai-lieu{kind.ending}", file, save=False)
    paper.save()
    record(events.PAPER_ADDED, meeting, by=actor.stamp, name=name)
    return paper
