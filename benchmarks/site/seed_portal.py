"""Fills an empty database with a portal and writes its files: ``python -m benchmarks.site.seed_portal HOST PORT``."""

from __future__ import annotations

import io
import json
import sys

import django

django.setup()

from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from PIL import Image  # noqa: E402

from benchmarks.site.seed import offices  # noqa: E402
from lienthong.organisations.acting import Actor, actor_for  # noqa: E402
from lienthong.organisations.models import Body, Position, Role, User  # noqa: E402
from lienthong.portal.actions.add_picture import add_picture  # noqa: E402
from lienthong.portal.actions.approve_page import approve_page  # noqa: E402
from lienthong.portal.actions.begin_page import begin_page  # noqa: E402
from lienthong.portal.actions.open_portal import open_portal  # noqa: E402
from lienthong.portal.actions.submit_page import submit_page  # noqa: E402
from lienthong.portal.actions.write_page import write_page  # noqa: E402
from lienthong.portal.models import PageState  # noqa: E402

ARTICLES = 7
SENTENCE = "Tổ công nghệ số cộng đồng hướng dẫn bà con nộp hồ sơ trực tuyến tại nhà văn hóa các thôn. "


def person(body: Body, role: Role) -> Actor:
    user = User.objects.create(username=f"bench.{role}", full_name="Nguyễn Văn A", sort="", password="!")
    Position.objects.create(user=user, body=body, title="Cán bộ", role=role)
    return actor_for(user)


def photo(number: int) -> ContentFile:
    """As hard to pack as a real photo: soft colours under the noise of a sensor."""
    out = io.BytesIO()
    noise = Image.effect_noise((1280, 960), 40)
    soft = Image.linear_gradient("L").resize((1280, 960))
    Image.merge("RGB", (noise, soft, Image.blend(noise, soft, number / 10))).save(out, "JPEG")
    return ContentFile(out.getvalue(), name="anh.jpg")


def main(host: str, port: int) -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    office, unit, *_rest = offices(1)[0]
    writer, leader = person(unit, Role.MEMBER), person(office, Role.LEADER)

    def out(standing: PageState) -> PageState:
        submit_page(writer, standing)
        return approve_page(leader, standing, seen=standing.written_id)

    portal = open_portal(person(office, Role.ADMINISTRATOR), hostname=host, port=port)
    first = PageState.objects.get(page=portal.site.root_page)
    picture = add_picture(writer, photo(0), alt="Trụ sở", credit="Văn phòng")
    values = {"lead": SENTENCE, "body": f"<p>{SENTENCE * 4}</p>", "picture": picture}
    out(write_page(writer, first, seen=first.written_id, title="Xã Minh Hòa", **values))
    column = out(begin_page(writer, kind="column", title="Chuyển đổi số"))
    for number in range(ARTICLES):
        picture = add_picture(writer, photo(number), alt="Buổi hướng dẫn", credit="Phòng VH-XH")
        article = out(
            begin_page(
                writer, kind="article", parent=column.page, title=f"Bài số {number}", lead=SENTENCE,
                body=f"<p>{SENTENCE * 8}</p>" * 5, picture=picture,
            )
        )  # fmt: skip
    print(json.dumps({"first": "/", "article": article.page.get_url()}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
