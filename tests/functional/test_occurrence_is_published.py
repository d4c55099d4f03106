"""Từ một kỳ đến hạn: bài và bản tin, trả lại một lần, người khác duyệt, hẹn giờ, ra bảy nơi, khép kỳ, đếm một."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from lienthong.channels.contrib.facebook.twin import FacebookTwin
from lienthong.channels.contrib.loudspeaker import topics
from lienthong.channels.contrib.loudspeaker.hearing import collect
from lienthong.channels.contrib.loudspeaker.keys import device_secret, sealed
from lienthong.channels.contrib.loudspeaker.models import Device, PlannedAiring
from lienthong.channels.contrib.loudspeaker.sending import broker
from lienthong.channels.contrib.loudspeaker.tests.broker import twin_broker
from lienthong.channels.contrib.loudspeaker.tests.factories import make_device, make_slot, make_station
from lienthong.channels.contrib.zalo.twin import ZaloTwin
from lienthong.channels.core.service import Delivery, Outlet
from lienthong.channels.core.tests.factories import make_outlet
from lienthong.channels.core.twins import serving
from lienthong.newsroom.models import MediaFile, Product
from lienthong.newsroom.tests.factories import make_issue, make_product, photo
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import Work
from lienthong.portal.tests.factories import make_column, make_portal
from lienthong.reports.service import Report, make_report
from lienthong.reports.tests.factories import make_obligation
from lienthong.speech.tests.factories import make_sound_file
from tests.functional.people import Opens, Person

TITLE = "Mỗi thôn một buổi hướng dẫn"
BODY = "Tổ công nghệ số cộng đồng hướng dẫn bà con nộp hồ sơ trực tuyến tại nhà văn hóa thôn."
HOUR = " Bắt đầu lúc 19 giờ."
SPOKEN = "Bản tin hướng dẫn"
FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 20_000
BY_HAND = "Nhóm chat thôn 1"
OUTSIDE = {"Zalo của xã": "zalo", "Trang Facebook của xã": "facebook"}
#: Nơi phát hành bài viết; bản tin ra loa.
PLACES = ("Cổng của xã", "Nguồn tin của xã", "Bảng tin của xã", BY_HAND, *OUTSIDE)


@pytest.fixture
def services(settings: Any) -> Iterator[tuple[ZaloTwin, FacebookTwin]]:
    """Bản sao của Zalo, Facebook và máy chủ báo cho loa, trên máy này."""
    zalo, facebook = ZaloTwin(), FacebookTwin()
    with ExitStack() as stack:
        settings.LIENTHONG_MQTT = stack.enter_context(twin_broker())
        settings.LIENTHONG_TWINS = {
            host: place for one in (zalo, facebook) for host, place in stack.enter_context(serving(one)).items()
        }
        yield zalo, facebook


@pytest.fixture
def places(people: Cast, services: tuple[ZaloTwin, FacebookTwin]) -> dict[str, Outlet]:
    """Mọi điểm phát hành của xã, đã bật gửi thật."""
    make_portal(people)
    column = make_column(people)
    secrets = {
        "zalo": {"app_secret": "s", "refresh_token": "r-0"},
        "facebook": {"token": FacebookTwin.TOKEN, "app_secret": "x"},
    }
    channels: dict[str, tuple[str, dict[str, Any]]] = {
        "Cổng của xã": ("website", {"column": column.page.pk}),
        "Nguồn tin của xã": ("feeds", {"title": "Tin xã", "about": "Tin của xã"}),
        "Bảng tin của xã": ("noticeboard", {"name": "UBND xã Minh Hòa", "days": 14}),
        "Loa của xã": ("loudspeaker", {"priority": 1, "days": 3}),
        BY_HAND: ("by_hand", {"place": BY_HAND, "how": "Đăng vào buổi tối."}),
        "Zalo của xã": ("zalo", {"author": "UBND xã Minh Hòa", "app_id": "1"}),
        "Trang Facebook của xã": ("facebook", {"page": FacebookTwin.PAGE}),
    }
    return {
        name: make_outlet(
            people, code, name=name, options=options, secrets=secrets.get(code, {}),
            keeper=people.hamlet_head.position if name == BY_HAND else None,
        )
        for name, (code, options) in channels.items()
    }  # fmt: skip


def writes_the_article(writer: Person, issue: int, picture: Path) -> None:
    """Bài kèm ảnh, hẹn sáu nơi, trình duyệt."""
    main = writer.page.locator("main")
    writer.goes_to("plans:occurrence", issue)
    writer.follows("Làm sản phẩm")
    writer.looks()
    writer.types("Tên sản phẩm", TITLE, within=main)
    writer.chooses("Loại sản phẩm", "Bài viết", within=main)
    writer.types("Thông điệp", "Ai cũng nộp được hồ sơ tại nhà", within=main)
    writer.presses("Bắt đầu viết")
    writer.types("Tóm tắt", "Tối nay, tại nhà văn hóa thôn.", within=main)
    writer.writes(BODY)
    writer.page.get_by_label("Thêm ảnh").set_input_files(picture)
    writer.types("Mô tả ảnh", "Bà con ngồi quanh bàn máy tính", within=main)
    writer.types("Nguồn ảnh", "Phòng VH-XH", within=main)
    for place in PLACES:
        writer.page.get_by_label(place, exact=True).check()
    writer.looks()
    writer.presses("Lưu bản này")
    writer.reads("Chưa ai ngoài cơ quan thấy bản này.")
    writer.reads("Kiểm tra trước khi duyệt")
    writer.looks()
    writer.presses("Trình duyệt")
    writer.reads("Đã trình duyệt.")


def returns_it(leader: Person) -> None:
    leader.follows(f"Duyệt sản phẩm: {TITLE}")
    leader.looks()
    leader.opens("Thêm ghi chú")
    leader.types("Đoạn (chép từ bản trên)", "nhà văn hóa thôn")
    leader.types("Điều cần nói", "Ghi rõ giờ.")
    leader.presses("Ghi chú", exact=True)
    leader.types("Cần sửa gì", "Thêm giờ của buổi hướng dẫn.")
    leader.presses("Trả lại, kèm lý do")
    leader.reads("Đã trả lại, kèm lý do.")


def mends_it(writer: Person) -> None:
    writer.goes_to("workspace:home")
    writer.follows(f"Sản phẩm được trả lại: {TITLE}")
    writer.reads("Cần sửa: Thêm giờ của buổi hướng dẫn.")
    writer.presses("Khép")
    writer.follows("Sửa nội dung")
    writer.writes(HOUR)
    writer.presses("Lưu bản này")
    writer.follows("So sánh các bản")
    expect(writer.page.locator("ins").first).to_contain_text("19 giờ")
    writer.looks()
    writer.follows("Về sản phẩm")
    writer.presses("Trình duyệt")


def makes_a_bulletin(writer: Person, issue: int, sound: Path) -> None:
    """Cũng kỳ ấy, lời cho loa kèm tệp tiếng đã thu."""
    main = writer.page.locator("main")
    writer.goes_to("plans:occurrence", issue)
    writer.follows("Làm thêm sản phẩm")
    writer.types("Tên sản phẩm", SPOKEN, within=main)
    writer.chooses("Loại sản phẩm", "Bản tin phát thanh", within=main)
    writer.presses("Bắt đầu viết")
    writer.types("Nội dung", "Kính thưa bà con. Tối nay nhà văn hóa thôn mở cửa.", within=main)
    writer.page.get_by_label("Loa của xã", exact=True).check()
    panel = writer.page.locator("#tai-lon")
    panel.locator("input[type=file]").set_input_files(sound)
    writer.types("Mô tả", "Bản tin đọc", within=panel)
    writer.types("Nguồn", "Đài xã", within=panel)
    panel.get_by_role("button", name="Tải lên").click()
    writer.reads("Đã tải xong.")
    writer.looks()
    writer.presses("Lưu bản này")
    writer.presses("Trình duyệt")


def puts_into_the_calendar(writer: Person, title: str) -> None:
    """Hẹn giờ ngày mai, ở những nơi đã chọn khi viết."""
    main = writer.page.locator("main")
    writer.goes_to("newsroom:product", Product.objects.get(title=title).pk)
    tomorrow = timezone.localtime() + timedelta(days=1)
    writer.types("Giờ phát hành", f"{tomorrow:%Y-%m-%d}T07:00", within=main)
    writer.presses("Lên lịch phát hành")
    writer.reads("Đã lên lịch phát hành.")


def the_hour_comes() -> None:
    """Đến giờ hẹn của mọi lần phát hành còn chờ."""
    now = timezone.now()
    Delivery.objects.exclude(job_state="done").update(due_at=now, next_try_at=now)


def the_loudspeaker_plays(device: Device) -> None:
    """Cụm loa nhận lịch do máy chủ giữ lại, đến giờ thì phát và gửi nhật ký về."""
    airing = PlannedAiring.objects.exclude(bulletin=None).order_by("begins")[0]
    told = broker().retained(topics.schedule(device.station, "+"), marker=f"{topics.ROOT}/may-chu")
    assert any(airing.sha256.encode() in words for words in told.values())
    # Another airing than the one still to come, which the programme tells the devices again.
    PlannedAiring.objects.filter(pk=airing.pk).update(begins=timezone.now(), play="bay-gio")
    line = {"play": "bay-gio", "begun": timezone.now().isoformat(), "seconds": airing.seconds}
    topic = topics.log(device)
    words = json.dumps({"plays": [line | {"sha256": airing.sha256}]})
    broker().publish([(topic, sealed(device_secret(device), topic, words))])
    collect(device.station)


def posts_by_hand(head: Person) -> None:
    head.follows(f"Đăng “{TITLE}”")
    head.looks()
    head.types("Đường liên kết", "https://chat.example.vn/1", within=head.page.locator("main"))
    head.presses("Khai đã đăng")
    head.reads("Đã ghi là tin được đăng.")


def everybody_has_it(
    resident: Person, places: dict[str, Outlet], services: tuple[ZaloTwin, FacebookTwin], by_name: dict[str, Delivery]
) -> None:
    """Người dân đọc trên cổng, trong nguồn tin, trên bảng tin, trên Zalo và Facebook: đúng một lời."""
    resident.page.goto("/")
    resident.follows(TITLE)
    resident.looks()
    resident.reads((BODY + HOUR)[-60:])
    expect(resident.page.get_by_alt_text("Bà con ngồi quanh bàn máy tính")).to_be_visible()
    ask = resident.page.request
    feed = ask.get(reverse("feeds_feed", args=[places["Nguồn tin của xã"].pk, "rss"]))
    assert TITLE in feed.text()
    poster = ask.get(reverse("noticeboard_poster", args=[by_name["Bảng tin của xã"].reference]))
    assert poster.body().startswith(b"%PDF")
    zalo, facebook = services
    assert [article["title"] for article in zalo.articles.values()] == [TITLE]
    assert [TITLE in str(post) for post in facebook.posts.values()] == [True]


def this_quarter(people: Cast) -> Report:
    today = timezone.localdate()
    obligation = make_obligation(people, regime="calendar", kinds=["quarter"])
    return make_report(
        people.coordinator, title="Báo cáo quý", obligation=obligation, kind="quarter", year=today.year,
        index=(today.month + 2) // 3,
    )  # fmt: skip


def test_an_occurrence_goes_out_everywhere_and_is_counted_once(
    people: Cast, opens: Opens, work_is_done: Callable[[], None], tmp_path: Path, places: dict[str, Outlet],
    services: tuple[ZaloTwin, FacebookTwin],
) -> None:  # fmt: skip
    """Chuyên viên làm bài và bản tin, chủ tịch trả lại rồi duyệt, bảy nơi phát hành, kỳ khép một lần."""
    issue = make_issue(people)
    station = make_station(people)
    make_slot(people, station)
    device = make_device(people, station)
    picture, sound = tmp_path / "anh.jpg", tmp_path / "ban-tin.mp3"
    picture.write_bytes(photo().read())
    sound.write_bytes(make_sound_file())

    writer, leader = opens(people.member), opens(people.leader, phone=True)
    writes_the_article(writer, issue.pk, picture)
    leader.goes_to("workspace:home")
    returns_it(leader)
    mends_it(writer)
    leader.goes_to("workspace:home")
    leader.follows(f"Duyệt sản phẩm: {TITLE}")
    leader.presses("Duyệt", exact=True)
    leader.reads("Bản này giữ nguyên từng chữ khi phát hành.")
    makes_a_bulletin(writer, issue.pk, sound)
    leader.goes_to("workspace:home")
    leader.follows(f"Duyệt sản phẩm: {SPOKEN}")
    leader.presses("Duyệt", exact=True)

    writer.goes_to("newsroom:preview", Product.objects.get(title=TITLE).pk, places["Cổng của xã"].pk)
    expect(writer.page.frame_locator("iframe").get_by_text(HOUR.strip())).to_be_visible()
    writer.looks()
    for title in (TITLE, SPOKEN):
        puts_into_the_calendar(writer, title)
    work_is_done()
    assert not Work.objects.exists()
    the_hour_comes()
    work_is_done()
    posts_by_hand(opens(people.hamlet_head, phone=True))
    the_loudspeaker_plays(device)
    the_hour_comes()
    work_is_done()

    by_name = {delivery.outlet.name: delivery for delivery in Delivery.objects.select_related("outlet")}
    states = {name: (delivery.state, delivery.note) for name, delivery in by_name.items()}
    assert states == dict.fromkeys(places, (Delivery.State.DELIVERED, ""))
    everybody_has_it(opens(people.member, phone=True, signed_in=False), places, services, by_name)

    writer.goes_to("newsroom:product", Product.objects.get(title=TITLE).pk)
    writer.reads("Đã phát 6/6 nơi")
    writer.looks()
    assert Work.objects.counted().get().evidence.count() == len(places)
    writer.goes_to("plans:occurrence", issue.pk)
    for place in places:
        writer.reads(f"Phát hành tại {place}")
    writer.reads(f"Đã làm ngày {timezone.localdate():%d/%m/%Y}")
    writer.looks()

    coordinator = opens(people.coordinator)
    coordinator.goes_to("reports:figure", this_quarter(people).pk, "works")
    expect(coordinator.page.get_by_text(TITLE)).to_have_count(1)
    for name in ("newsroom:products", "newsroom:calendar", "newsroom:columns", "newsroom:releases"):
        coordinator.goes_to(name)
        coordinator.looks()


def test_a_film_goes_on_after_the_page_was_closed(people: Cast, opens: Opens, tmp_path: Path) -> None:
    """Video tải lên từng phần; đóng trang giữa chừng, mở lại chọn đúng tệp thì tải tiếp."""
    product = make_product(people, kind="video")
    film = tmp_path / "phim.mp4"
    film.write_bytes(FILM)
    writer = opens(people.member)
    writer.goes_to("newsroom:write", product.pk)
    sent: list[str] = []
    writer.page.route("**/tai-len/*/?o=*", lambda route: (sent.append(route.request.url), route.continue_()))

    def begins() -> None:
        panel = writer.page.locator("#tai-lon")
        panel.locator("input[type=file]").set_input_files(film)
        writer.types("Mô tả", "Buổi hướng dẫn", within=panel)
        writer.types("Nguồn", "Phòng VH-XH", within=panel)
        panel.get_by_role("button", name="Tải lên").click()

    writer.page.route("**/xong/", lambda route: route.abort())
    begins()
    expect(writer.page.locator("#loi-tai")).to_contain_text("Mất kết nối")
    writer.errors.clear()
    writer.page.unroute("**/xong/")
    writer.page.reload()
    before = len(sent)
    begins()
    writer.reads("Đã tải xong.")
    assert len(sent) == before
    assert MediaFile.objects.get().sha256 == hashlib.sha256(FILM).hexdigest()
    writer.errors.clear()
    writer.presses("Lưu bản này")
    writer.reads("Video")
    writer.looks()
