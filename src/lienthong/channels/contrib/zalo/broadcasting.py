"""Ordering a broadcast: articles that were approved and are out, chosen by a named person, once for each choice."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from lienthong.channels.contrib.zalo.channel import MOST_ARTICLES, ZaloArticles
from lienthong.channels.core.service import Delivery, DeliveryQuerySet, Message, Outlet, deliver, message_of
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


def articles_out(actor: Actor) -> DeliveryQuerySet:
    """The articles of the actor's office that stand on Zalo, the newest first."""
    found = Delivery.objects.visible_to(actor).counted().filter(outlet__channel=ZaloArticles.code)
    return found.filter(outlet__office=actor.own_office).order_by("-delivered_at", "-pk")


def order_broadcast(actor: Actor, outlet: Outlet, articles: list[Delivery], due_at: datetime) -> Delivery:
    """Send ``articles`` to those who follow the account; :class:`Refused` for none or more than Zalo takes at once."""
    if not 1 <= len(articles) <= MOST_ARTICLES:
        raise Refused(_("Hãy chọn từ 1 đến %(n)d bài.") % {"n": MOST_ARTICLES}, field="articles")
    chosen = sorted(articles, key=lambda one: one.pk)
    message = Message(
        title="; ".join(one.title for one in chosen)[:300],
        text="\n".join(one.title for one in chosen),
        approval="; ".join(dict.fromkeys(message_of(one).approval for one in chosen)),
        extra={"articles": [one.reference for one in chosen]},
    )
    subject = "zalo.broadcast:" + "-".join(str(one.pk) for one in chosen)
    return deliver(actor, outlet, subject, message, due_at)
