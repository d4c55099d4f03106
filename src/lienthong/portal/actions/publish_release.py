"""Publish a message that was approved in another room as a page of the portal: always the same page for one thing."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.core.service import Message
from lienthong.core import search
from lienthong.core.keys import key_of
from lienthong.core.refusals import Refused
from lienthong.portal import events
from lienthong.portal.models import ArticlePage, ColumnPage, PageState, Portal, ReleasedPage
from lienthong.portal.published import announce
from lienthong.portal.releasing import People, column_of, keep_files, people_of, portal_of, require_open, said_of
from lienthong.portal.workflow import PAGE
from lienthong.portal.writing import hash_of, slug_for, words_of


@transaction.atomic
def publish_release(message: Message, *, office_id: int, outlet: int, column: int) -> ReleasedPage:
    """The page that says ``message``; once more under the same reference changes nothing.

    The approval is the message's: the people it names stand beside the page, and without them it is refused. What the
    page said in an older version is replaced, and an older version never comes back.
    """
    portal = portal_of(office_id)
    # Two messages about one thing make one page: they take turns.
    Portal.objects.select_for_update().get(pk=portal.pk)
    people = people_of(message, office_id)
    thing = f"{outlet}:{message.extra.get('thing') or message.reference}"
    version = int(message.extra.get("version", 1))
    released = ReleasedPage.objects.filter(portal=portal, thing=thing).select_related("standing__page").first()
    if released is None:
        released = _begun(portal, column_of(portal, column), thing, message, people)
    elif released.reference == message.reference and released.standing.page.live:
        return released
    elif version < released.version:
        raise Refused(_("Trang đã có bản mới hơn nên bản cũ không đăng lại."))
    else:
        require_open(released.standing.page.get_parent())
    _keep_note(released, version, str(message.extra.get("correction", "")))
    released.reference, released.version = message.reference, version
    released.save()
    _let_out(released, message, people)
    return released


def _begun(portal: Portal, above: ColumnPage, thing: str, message: Message, people: People) -> ReleasedPage:
    said = said_of(message)
    page = ArticlePage(slug=slug_for(said["title"], above), live=False, day=timezone.localdate(), **said)
    above.add_child(instance=page)
    standing = PageState.objects.create(
        page=page, office=portal.office, last_editor=people.written_by, state=PageState.State.TAKEN_DOWN,
        origin=str(message.extra.get("thing") or message.reference)[:100],
    )  # fmt: skip
    return ReleasedPage.objects.create(portal=portal, standing=standing, thing=thing, reference=message.reference)


def _keep_note(released: ReleasedPage, version: int, text: str) -> None:
    """What is corrected bears the day on which the public first reads it."""
    if text and version not in {note["version"] for note in released.notes}:
        released.notes = [*released.notes, {"version": version, "day": f"{timezone.localdate()}", "text": text}]


def _let_out(released: ReleasedPage, message: Message, people: People) -> None:
    standing = released.standing
    page = standing.page.specific.get_latest_revision_as_object()
    for name, value in said_of(message).items():
        setattr(page, name, value)
    page.draft_title, page.picture = page.title, keep_files(released, message, people)
    revision = page.save_revision()
    # As it is kept: days are words in it, as in what ``approve_page`` reads.
    revision.refresh_from_db()
    standing.state = PAGE.move(standing.state, "release")
    standing.written = standing.approved = revision
    standing.hash, standing.reason = hash_of(revision), ""
    standing.last_editor, standing.last_edited_at = people.written_by, timezone.now()
    standing.approved_by, standing.approved_at = people.approved_by, people.approved_at
    standing.save()
    # Besides ``approve_page`` the one place where words become public: those that named people approved elsewhere.
    revision.publish()
    search.index(standing, number="", words=words_of(revision))
    announce(standing.office_id, standing.page)
    record(events.RELEASED, standing, by=SYSTEM, office=key_of(standing.office), approval=message.approval)
