"""A public site with pages, a picture and documents, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.portal.actions.add_old_address import add_old_address
from lienthong.portal.actions.add_picture import add_picture
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.tests.factories import (
    let_out,
    make_article,
    make_column,
    make_kind,
    make_portal,
    make_released,
    photo,
)
from lienthong.registry.service import register_outgoing
from lienthong.registry.tests.factories import plan_text, read_document
from lienthong.speech.tests.factories import make_approved

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    portal = make_portal(people)
    column = make_column(people)
    article = make_article(people, column)
    picture = add_picture(people.member, photo(), alt="Ảnh", credit="Nguồn")
    let_out(people.member, people.leader, make_article(people, column, title="Bài có ảnh", picture=picture))
    issued, unpublished = (
        register_outgoing(people.clerk, read_document(people.clerk, plan_text(symbol), direction="out"))
        for symbol in ("/KH-UBND", "/BC-UBND")
    )
    published = publish_document(people.leader, issued)
    recording = make_approved(people)
    event = let_out(people.member, people.leader, make_kind(people, column, "event", recording=recording))
    sound = make_released(people, column).files.get()
    old = add_old_address(people.leader, portal, path="/cds/", to="/chuyen-doi-so/")

    world.rooms["portal"] = {"pk": article.pk}
    world.named["portal:new_page"] = {"kind": "article"}
    world.use(article, "portal:step", act="trinh")
    world.use(unpublished, "portal:publish_document")
    world.use(old, "portal:drop_address")
    world.use(published, "portal:withdraw_document", "portal_document")
    world.use(published, "portal_document_file", name=published.file_name)
    world.use(picture, "portal_picture")
    world.use(picture, "portal_picture_sized", size="nho")
    world.use(recording, "portal_recording")
    world.use(sound, "portal_released_file", name=sound.name)
    world.use(event.page, "portal_event")
    world.named["portal_language"] = {"code": "en"}
