"""What is personal in a case: gathered for the resident, and taken away when it may no longer be kept."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from lienthong.feedback import items
from lienthong.feedback.models import Answer, DataRequest, FeedbackCase, Photo, Telling


def everything_of(case: FeedbackCase) -> dict[str, Any]:
    """All that is kept about the resident of a case, in plain values; photos by their number."""
    telling = Telling.objects.filter(case=case).first()
    said = {
        name: getattr(telling, name) if telling else ""
        for name in ("what", "where", "name", "phone", "email", "consent")
    }
    return {
        "code": case.code,
        "received_at": case.received_at.isoformat(),
        "came": str(case.get_came_display()),
        "state": str(case.get_state_display()),
        **said,
        "consented_at": telling.consented_at.isoformat() if telling and telling.consented_at else None,
        "may_publish": case.may_publish,
        "photos": case.photos.count(),
        "answers": [
            {"text": answer.text, "public": answer.public, "approved_at": answer.approved_at.isoformat()}
            for answer in case.answers.exclude(approved_at=None)
            if answer.approved_at
        ],
        "seen_by": sorted({case.office.name, *([case.unit.name] if case.unit else [])}),
    }


def take_away(case: FeedbackCase) -> None:
    """Delete words, contact, photos, notes; of answers leave those that are public, which hold no personal data."""
    for photo in Photo.objects.filter(case=case):
        _remove_file_later(photo)
        photo.delete()
    Telling.objects.filter(case=case).delete()
    case.notes.all().delete()
    kept = Answer.objects.published(case.office_id).filter(case=case).values("pk")
    case.answers.exclude(pk__in=list(kept.values_list("pk", flat=True))).update(
        question="", text="", hash="", returned_why=""
    )
    case.answers.update(returned_why="")
    done(case, DataRequest.Kind.ERASE)
    done(case, DataRequest.Kind.COPY)
    case.erased_at = timezone.now()
    case.save(update_fields=["erased_at"])


def done(case: FeedbackCase, kind: str) -> None:
    """What was asked for about the data of a case is done."""
    for request in case.data_requests.filter(kind=kind, done_at=None):
        request.done_at = timezone.now()
        request.save(update_fields=["done_at"])
        items.settle(request)


def _remove_file_later(photo: Photo) -> None:
    """The file goes with the row: after the commit, so that neither is there without the other."""
    storage, name = photo.file.storage, str(photo.file.name)
    transaction.on_commit(lambda: storage.delete(name), robust=True)
