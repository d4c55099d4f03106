"""What a document is found by: search words, earlier copies, and the documents it names."""

from collections.abc import Collection
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from lienthong.core import search
from lienthong.core.text import search_fold
from lienthong.organisations.service import Actor, Body
from lienthong.registry.models import Citation, DocumentFile, OfficialDocument
from lienthong.registry.numbering import number_key
from lienthong.registry.queries import OfficialDocumentQuerySet
from lienthong.registry.workflow import REGISTERED


def index_document(document: OfficialDocument) -> None:
    """Let search find a registered document by what its register and its files say."""
    if document.state not in REGISTERED:
        return
    words = [document.get_type_display(), document.subject, document.issuer, document.signer_name]
    words += [*document.recipients, *document.addressees, *document.files.values_list("text", flat=True)]
    search.index(document, number=document.number, words=" ".join(words))


def known_documents(number: str, office: Body | None = None) -> OfficialDocumentQuerySet:
    """The registered documents (of ``office``) that bear the printed ``number``, however it is spelled."""
    found = OfficialDocument.objects.filter(number_folded=number_key(number), state__in=REGISTERED)
    found = found.exclude(number_folded="")
    return found.filter(office=office) if office else found


def earlier_files(office: Body, sha256: str) -> DocumentFile | None:
    """The file with the same content that the office has already."""
    return DocumentFile.objects.filter(document__office=office, sha256=sha256).select_related("document").first()


def files_of_today(actor: Actor, *, but: Collection[int] = ()) -> list[DocumentFile]:
    """What this position took in during the last twelve hours, newest first; without the documents ``but``."""
    since = timezone.now() - timedelta(hours=12)
    taken = DocumentFile.objects.filter(document__in=OfficialDocument.objects.visible_to(actor))
    taken = taken.filter(document__created_by=actor.position, document__created_at__gte=since)
    return list(taken.exclude(document__in=but).select_related("document").order_by("-pk")[:30])


def earlier_documents(document: OfficialDocument, *, number: str, issuer: str) -> list[OfficialDocument]:
    """Registered documents of the same number, symbol and issuer (ND30 Phụ lục VI: what makes a document one)."""
    wanted = search_fold(issuer)
    same = known_documents(number, document.office).filter(direction=document.direction).exclude(pk=document.pk)
    return [other for other in same if not wanted or not other.issuer or search_fold(other.issuer) == wanted]


def link_citations(document: OfficialDocument) -> int:
    """Let the citations of the office that name ``document`` point at it, once it is registered or renumbered."""
    Citation.objects.filter(cited=document).exclude(number_folded=document.number_folded).update(cited=None)
    if not document.number_folded:
        return 0
    named = Citation.objects.filter(
        number_folded=document.number_folded, cited=None, document__office_id=document.office_id
    ).exclude(document=document)
    ids = [citation.pk for citation in named if _same_day(citation.dated, document.dated)]
    return Citation.objects.filter(pk__in=ids).update(cited=document)


def record_citation(
    document: OfficialDocument,
    *,
    number: str,
    dated: str = "",
    type: str = "",
    start: int | None = None,
    end: int | None = None,
) -> Citation | None:
    """Keep that ``document`` names ``number``; linked when exactly one registered document can be meant.

    None for the document's own number and for a number without letters or digits.
    """
    key = number_key(number)
    if not key or key == document.number_folded:
        return None
    others = known_documents(number, document.office).exclude(pk=document.pk)
    meant = [other for other in others if _same_day(dated, other.dated)]
    citation, _made = Citation.objects.update_or_create(
        document=document,
        number_folded=key,
        defaults={
            "number": number[:120],
            "dated": dated,
            "type": type,
            "start": start,
            "end": end,
            "cited": meant[0] if len(meant) == 1 else None,
        },
    )
    return citation


def unregistered_citations(office: Body) -> list[tuple[Citation, int]]:
    """What the office's documents cite that it has not registered, and how many of them do; most cited first."""
    first: dict[str, Citation] = {}
    count: dict[str, int] = {}
    rows = Citation.objects.filter(document__office=office, cited=None).select_related("document")
    for citation in rows.order_by("pk"):
        first.setdefault(citation.number_folded, citation)
        count[citation.number_folded] = count.get(citation.number_folded, 0) + 1
    return sorted(
        ((citation, count[key]) for key, citation in first.items()), key=lambda row: (-row[1], row[0].number_folded)
    )


def near_number(query: str) -> Q:
    """Documents whose number begins with ``query``."""
    return Q(number_folded__startswith=number_key(query)) if number_key(query) else Q(pk=None)


def _same_day(one: str, other: str) -> bool:
    """Partial dates agree as far as both go; an empty one agrees with everything."""
    length = min(len(one), len(other))
    return one[:length] == other[:length]
