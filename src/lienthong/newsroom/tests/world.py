"""A submitted product with a note, a file that is on its way, a column and a release, for the table of permissions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lienthong.newsroom.actions.note_passage import note_passage
from lienthong.newsroom.actions.open_column import open_column
from lienthong.newsroom.actions.plan_release import plan_release
from lienthong.newsroom.tests.factories import make_picture, make_submitted, make_written, soon
from lienthong.newsroom.uploads import begin_upload

if TYPE_CHECKING:
    from tests.architecture.world import World


def add_to(world: World) -> None:
    people = world.people
    product = make_submitted(people)
    assert product.newest is not None
    written = make_written(people)
    note = note_passage(people.leader, product.newest, quote="", text="Ghi rõ giờ.")
    upload = begin_upload(people.member, name="phim.mp4", size=100)
    share = world.things["work"].credits.get().share
    column = open_column(people.coordinator, share, title="Chuyển đổi số", kind="news")
    release = plan_release(people.coordinator, title="Đợt 1", at=soon(), products=[product, written])
    world.rooms["newsroom"] = {"pk": product.pk}
    world.use(written, "newsroom:brief", "newsroom:write")
    world.use(product, "newsroom:step", act="tra-lai")
    world.use(product, "newsroom:version", number=1)
    world.use(product, "newsroom:preview", outlet=world.rooms["channels"]["pk"])
    world.use(note, "newsroom:settle_note")
    world.use(make_picture(people), "newsroom:media")
    world.use(column, "newsroom:end_column")
    world.use(release, "newsroom:schedule_release")
    world.named |= {f"newsroom:{name}": {"key": upload.key} for name in ("upload", "finish_upload")}
