"""What a feed says, in the three ways in which programs read one."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape, linebreaks
from django.utils.xmlutils import SimplerXMLGenerator

from lienthong.channels.contrib.feeds.channel import feed_link
from lienthong.channels.core.service import Attachment, Delivery, Message, Outlet, file_link, message_of
from lienthong.core.richtext import clean

#: Messages that a feed holds, the newest first.
_MOST = 50


class Podcast(Rss201rev2Feed):
    """RSS with the names that podcast programs ask for."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {"xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd"}

    def add_root_elements(self, handler: SimplerXMLGenerator) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("itunes:author", self.feed["author_name"])
        handler.addQuickElement("itunes:summary", self.feed["description"])
        handler.addQuickElement("itunes:explicit", "false")
        handler.addQuickElement("itunes:category", attrs={"text": "Government"})

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if item["seconds"]:
            handler.addQuickElement("itunes:duration", str(item["seconds"]))


KINDS: dict[str, type[Rss201rev2Feed | Atom1Feed]] = {"rss": Rss201rev2Feed, "atom": Atom1Feed, "podcast": Podcast}


def written(outlet: Outlet, kind: str) -> Rss201rev2Feed | Atom1Feed:
    """The feed of ``outlet``; a podcast holds only what has a sound."""
    feed = KINDS[kind](
        title=outlet.options["title"], link=settings.LIENTHONG_URL, description=outlet.options["about"], language="vi",
        author_name=outlet.body.name, feed_url=feed_link(outlet.pk, kind),
    )  # fmt: skip
    out = Delivery.objects.standing().filter(outlet=outlet).order_by("-delivered_at", "-pk")[:_MOST]
    for delivery in out:
        message = message_of(delivery)
        sounds = list(_sounds(message))
        if kind != "podcast" or sounds:
            _add(feed, delivery, message, sounds[:1])
    return feed


def _add(feed: SyndicationFeed, delivery: Delivery, message: Message, sounds: list[tuple[int, Attachment]]) -> None:
    enclosures = [
        Enclosure(file_link(delivery.reference, number), str(default_storage.size(one.path)), one.content_type)
        for number, one in sounds
    ]
    feed.add_item(
        title=message.title,
        link=message.link or f"{feed.feed['feed_url']}#{delivery.reference}",
        description=clean(message.html) or linebreaks(escape(message.text)),
        unique_id=f"urn:lienthong:{delivery.reference}",
        unique_id_is_permalink=False,
        pubdate=delivery.delivered_at,
        updateddate=delivery.delivered_at,
        enclosures=enclosures,
        seconds=message.extra.get("seconds"),
    )


def _sounds(message: Message) -> list[tuple[int, Attachment]]:
    """The sound files of a message with their places, from 1."""
    return [(n, one) for n, one in enumerate(message.files, 1) if one.content_type.startswith("audio/")]
