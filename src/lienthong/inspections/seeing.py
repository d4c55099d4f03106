"""What the evidence of an assignment says on a day, in sentences that are kept with the line of an inspection."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lienthong.core.language import site_language
from lienthong.organisations.service import Body
from lienthong.plans.service import Assignment, Evidence, Share, Work, works_of_assignment


def said_by_evidence(assignment: Assignment, body: Body) -> list[str]:
    """The state of the share of ``body``, then each piece of its work on the assignment with what proves it."""
    with site_language():
        shares = Share.objects.filter(assignment=assignment, body=body)
        works = works_of_assignment(assignment).filter(body=body).prefetch_related("evidence").order_by("done_on", "pk")
        said = [*map(_standing, shares), *map(_work, works)]
        return said if works else [*said, _("Chưa có việc nào có minh chứng.")]


def _standing(share: Share) -> str:
    words = {"part": share.get_part_display(), "state": share.get_state_display()}
    if share.due is None:
        return _("%(part)s: %(state)s.") % words
    return _("%(part)s: %(state)s, hạn %(due)s.") % (words | {"due": f"{share.due:%d/%m/%Y}"})


def _work(work: Work) -> str:
    proofs = "; ".join(_proofs(work))
    return _("%(day)s: %(title)s. Minh chứng: %(proofs)s") % {
        "day": f"{work.done_on:%d/%m/%Y}", "title": work.title, "proofs": proofs or _("không có"),
    }  # fmt: skip


def _proofs(work: Work) -> Iterator[str]:
    for proof in work.evidence.all():
        if proof.kind == Evidence.Kind.MINUTES:
            yield f"{proof.number}, {proof.dated:%d/%m/%Y}"
        else:
            yield proof.name or proof.url
