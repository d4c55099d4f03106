"""Background work of the newsroom: links are looked at, and parts of files that nobody finished are taken away."""

import re
from datetime import time

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from lienthong.core.fetching import fetch
from lienthong.core.refusals import Refused
from lienthong.jobs.service import ClaimQuerySet, claim_and_run, periodic, register_sweep, wake
from lienthong.newsroom.models import Product, Version
from lienthong.newsroom.models.files import LinkCheck
from lienthong.newsroom.uploads import sweep_leftovers

_HREF = re.compile(r'href="(https?://[^"]+)"')
_BARE = re.compile(r"https?://[^\s<>\"”]+")
#: Answers that say that the page is gone for good; others may pass.
GONE = (404, 410)


@task()
def check_link(pk: int) -> None:
    found = LinkCheck.objects.filter(pk=pk).first()
    if found is not None:
        claim_and_run(found, _look)


def _look(link: LinkCheck) -> None:
    """One HEAD request, outside any transaction; some servers answer only GET."""
    status, sentence = None, ""
    try:
        status = fetch(link.url, method="HEAD").status
        if status >= 400:
            status = fetch(link.url).status
    except Refused as refused:
        sentence = str(refused.sentence)
    with transaction.atomic():
        link.alive = status is not None and status < 400
        link.status, link.sentence, link.checked_at = status, sentence[:300], timezone.now()
        link.save(update_fields=["alive", "status", "sentence", "checked_at"])
        link.finish()


def links_in(version: Version) -> list[str]:
    """The addresses that a version names, each once."""
    words = " ".join([version.lead, *(one.get("text", "") for one in version.variants.values())])
    found = [*(href.replace("&amp;", "&") for href in _HREF.findall(version.body)), *_BARE.findall(words)]
    return [url for url in dict.fromkeys(url.rstrip(".,;)") for url in found) if len(url) <= 500]


def look_at_links(product: Product) -> None:
    """Let each link of the newest version be looked at that was not looked at yet, or that did not answer last time."""
    if product.newest is None:
        return
    for url in links_in(product.newest):
        link, made = LinkCheck.objects.get_or_create(product=product, url=url)
        silent = LinkCheck.objects.filter(pk=link.pk, alive=False, job_state=LinkCheck.DONE)
        if made or silent.update(alive=None, job_state=LinkCheck.WAITING, attempts=0, next_try_at=timezone.now()):
            wake(check_link, link.pk)


register_sweep(
    "newsroom.links",
    lambda: ClaimQuerySet(LinkCheck).claimable().order_by("pk"),
    lambda link: wake(check_link, link.pk),
)
periodic("newsroom.leftovers", at=time(3, 10))(sweep_leftovers)
