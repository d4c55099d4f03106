"""Public pages as files: never an old one after an act, read by the application and by nginx itself."""

import gzip
import http.client
import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from lienthong.core.public import changed
from lienthong.organisations.tests.factories import cast
from lienthong.portal import published
from lienthong.portal.actions.add_old_address import add_old_address
from lienthong.portal.actions.add_picture import add_picture
from lienthong.portal.actions.change_portal import change_portal
from lienthong.portal.actions.drop_old_address import drop_old_address
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.actions.take_down_page import take_down_page
from lienthong.portal.actions.withdraw_document import withdraw_document
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.addresses import file_of
from lienthong.portal.jobs import publish_scheduled, write_pages
from lienthong.portal.models import OldAddress, PageState, Portal
from lienthong.portal.serving import PublicFiles
from lienthong.portal.tests.factories import (
    TITLE,
    WORDS,
    let_out,
    make_article,
    make_column,
    make_kind,
    make_portal,
    photo,
)
from lienthong.portal.tests.nginx import as_in_the_guide, free_port, running
from lienthong.registry.service import register_outgoing
from lienthong.registry.tests.factories import plan_text, read_document
from lienthong.speech.tests.factories import make_approved, make_withdrawn

pytestmark = pytest.mark.django_db

HOST = "minhhoa.example"
ARTICLE = "chuyen-doi-so/to-cong-nghe-so-cong-dong-huong-dan-nop-ho-so-truc-tuyen/index.html"


@pytest.fixture
def folder(tmp_path, settings):
    settings.ALLOWED_HOSTS = [HOST, "127.0.0.1", "khac.example"]
    settings.LIENTHONG_PUBLIC = tmp_path
    return tmp_path / HOST


@pytest.fixture
def act(django_capture_on_commit_callbacks):
    """Do something as a request does it: what is due after the commit is done too."""

    def done(what, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return what(*args, **kwargs)

    return done


@pytest.fixture
def people(folder, act):
    found = cast()
    act(make_portal, found)
    return found


@pytest.fixture
def article(people, act):
    return act(lambda: let_out(people.member, people.leader, make_article(people, make_column(people))))


def coloured(people):
    people.office.accent = "#7a1f1f"
    people.office.save()
    changed(people.office.pk)


def noisy(number):
    """A photo that packs badly, as real ones do."""
    out = io.BytesIO()
    noise = Image.effect_noise((1280, 960), 60 + number)
    Image.merge("RGB", (noise, Image.linear_gradient("L").resize((1280, 960)), noise)).save(out, "JPEG")
    return SimpleUploadedFile("anh.jpg", out.getvalue())


def refuse(environ, start):
    raise AssertionError("the application was asked")


def ask(path, *, query="", method="GET", inner=refuse, **headers):
    """Status, headers and body of the application with nothing behind the files."""
    said = {}
    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": HOST, **headers}
    body = PublicFiles(inner)(environ, lambda status, found: said.update(status=status, headers=dict(found)))
    return said.get("status"), said.get("headers"), b"".join(body)


def passed_on(environ, start):
    return [b"inner"]


def test_files_follow_each_act(people, article, folder, act):
    first = (folder / ARTICLE).read_text()
    assert TITLE in first
    assert gzip.decompress((folder / f"{ARTICLE}.gz").read_bytes()).decode() == first
    for name in ("index.html", "chuyen-doi-so/index.html"):
        assert TITLE in (folder / name).read_text()
    assert f"http://{HOST}/chuyen-doi-so/to-cong" in (folder / "sitemap.xml").read_text()
    assert "minhhoa.example/sitemap.xml" in (folder / "robots.txt").read_text()
    before = (folder / ARTICLE).stat().st_mtime
    values = {"title": "Lịch mới", "body": "<p>Từ 06/3.</p>"}
    act(
        lambda: let_out(
            people.member, people.leader, write_page(people.member, article, seen=article.written_id, **values)
        )
    )
    for name in (ARTICLE, "index.html", "chuyen-doi-so/index.html"):
        assert "Lịch mới" in (folder / name).read_text()
        assert TITLE not in gzip.decompress((folder / f"{name}.gz").read_bytes()).decode()
    assert (folder / ARTICLE).stat().st_mtime >= before + 1
    act(take_down_page, people.leader, article, reason="Sai ngày.")
    assert not (folder / ARTICLE).exists()
    assert not (folder / f"{ARTICLE}.gz").exists()
    assert "Lịch mới" not in (folder / "index.html").read_text()


def test_a_draft_is_never_a_file(people, folder, act):
    act(lambda: make_article(people, make_column(people)))
    assert not (folder / ARTICLE).exists()
    assert TITLE not in "".join(file.read_text() for file in folder.rglob("*.html"))


def test_a_new_column_and_a_new_telephone_reach_every_page(people, article, folder, act):
    act(make_column, people, "Cải cách hành chính")
    assert "Cải cách hành chính" in (folder / ARTICLE).read_text()
    act(change_portal, people.administrator, Portal.objects.get(), phone="0200 123 456")
    assert "0200 123 456" in (folder / ARTICLE).read_text()
    assert "0200 123 456" in (folder / "lien-he/index.html").read_text()


def test_a_page_leaves_when_its_time_is_over(people, folder, act):
    column = make_column(people)
    standing = make_article(people, column, expire_at=timezone.now() + timedelta(seconds=1))
    act(let_out, people.member, people.leader, standing)
    assert (folder / ARTICLE).exists()
    type(standing.page).objects.filter(pk=standing.page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    act(publish_scheduled)
    assert not (folder / ARTICLE).exists()
    assert TITLE not in (folder / "index.html").read_text()


def test_a_picture_is_a_file_while_a_public_page_shows_it(people, folder, act):
    picture = add_picture(people.member, photo(), alt="Ảnh", credit="Nguồn")
    article = act(
        lambda: let_out(people.member, people.leader, make_article(people, make_column(people), picture=picture))
    )
    file = folder / f"anh/{picture.pk}/index.webp"
    assert file.read_bytes()[8:12] == b"WEBP"
    assert ask(f"/anh/{picture.pk}/")[1]["Content-Type"] == "image/webp"
    act(take_down_page, people.leader, article, reason="Gỡ.")
    assert not file.exists()


def test_what_was_not_written_before_a_crash_is_written_later(people, article, folder, act):
    values = {"title": "Lịch mới", "body": "<p>Từ 06/3.</p>"}
    let_out(people.member, people.leader, write_page(people.member, article, seen=article.written_id, **values))
    assert "Lịch mới" not in (folder / ARTICLE).read_text()
    act(publish_scheduled)
    assert "Lịch mới" in (folder / ARTICLE).read_text()


def test_a_page_that_cannot_be_rendered_leaves_no_old_file(people, article, folder, act, monkeypatch, caplog):
    values = {"title": "Lịch mới", "body": "<p>Từ 06/3.</p>"}
    standing = write_page(people.member, article, seen=article.written_id, **values)
    with monkeypatch.context() as broken:
        broken.setattr(published, "_rendered", lambda handler, portal, path: None)
        act(let_out, people.member, people.leader, standing)
    assert "NotWritten" in caplog.text
    assert not (folder / ARTICLE).exists()
    assert not (folder / "index.html").exists()
    act(publish_scheduled)
    assert "Lịch mới" in (folder / ARTICLE).read_text()


def test_a_page_goes_out_as_a_file_at_its_time(people, folder, act, monkeypatch):
    now = timezone.now()
    times = {"go_live_at": now + timedelta(hours=1)}
    act(lambda: let_out(people.member, people.leader, make_article(people, make_column(people), **times)))
    assert not (folder / ARTICLE).exists()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=2))
    act(publish_scheduled)
    assert TITLE in (folder / ARTICLE).read_text()
    assert TITLE in (folder / "index.html").read_text()


def test_a_banner_begins_and_ends_in_the_files_too(people, folder, act, monkeypatch):
    now = timezone.now()
    times = {"banner_from": now + timedelta(hours=1), "banner_until": now + timedelta(hours=2)}
    act(lambda: let_out(people.member, people.leader, make_kind(people, make_column(people), "notice", **times)))

    def shown():
        return 'class="banners"' in (folder / "lien-he/index.html").read_text()

    assert not shown()
    for hours, expected in ((1.5, True), (2.5, False)):
        monkeypatch.setattr(timezone, "now", lambda hours=hours: now + timedelta(hours=hours))
        act(publish_scheduled)
        assert shown() is expected
        written = (folder / "lien-he/index.html").stat().st_mtime
        act(publish_scheduled)
        assert (folder / "lien-he/index.html").stat().st_mtime == written


def test_documents_events_sound_and_the_colour_are_files_too(people, folder, act):
    column = act(make_column, people)
    recording = act(make_approved, people)
    event = act(lambda: let_out(people.member, people.leader, make_kind(people, column, "event", recording=recording)))
    draft = read_document(people.clerk, plan_text("/KH-UBND"), direction="out")
    published = act(publish_document, people.leader, register_outgoing(people.clerk, draft))
    act(coloured, people)
    assert (folder / "mau.css").read_text() == ":root{--accent:#7a1f1f}"
    assert 'href="/mau.css"' in (folder / "index.html").read_text()
    document = f"/tai-ve/{published.pk}/{published.file_name}"
    with published.file.stored.open("rb") as stored:
        assert ask(document)[2] == stored.read()
    assert ask(document)[1]["Content-Disposition"] == "attachment"
    assert ask(f"/lich/{event.page.pk}.ics")[1]["Content-Type"] == "text/calendar; charset=utf-8"
    assert ask(f"/nghe/{recording.pk}.mp3")[1]["Content-Type"] == "audio/mpeg"
    sound = (folder / f"nghe/{recording.pk}.mp3").read_bytes()
    size = len(sound)
    for asked, status, body, place in (
        ("bytes=0-1", "206 Partial Content", sound[:2], f"bytes 0-1/{size}"),
        (f"bytes={size - 3}-", "206 Partial Content", sound[-3:], f"bytes {size - 3}-{size - 1}/{size}"),
        ("bytes=-5", "206 Partial Content", sound[-5:], f"bytes {size - 5}-{size - 1}/{size}"),
        (f"bytes=1-{size * 9}", "206 Partial Content", sound[1:], f"bytes 1-{size - 1}/{size}"),
        (f"bytes={size}-", "416 Range Not Satisfiable", b"", f"bytes */{size}"),
        ("bytes=-0", "416 Range Not Satisfiable", b"", f"bytes */{size}"),
        ("bytes=0-1,4-5", "200 OK", sound, None),
        ("bytes=-", "200 OK", sound, None),
    ):
        said, headers, given = ask(f"/nghe/{recording.pk}.mp3", HTTP_RANGE=asked)
        assert (said, given, headers.get("Content-Range")) == (status, body, place), asked
        assert headers["Accept-Ranges"] == "bytes"
    assert ask("/", HTTP_RANGE="bytes=0-1")[0] == "200 OK"
    changed = ask(f"/nghe/{recording.pk}.mp3", HTTP_RANGE="bytes=0-1", HTTP_IF_RANGE='"an-older-one"')
    assert (changed[0], changed[2]) == ("200 OK", sound)
    assert published.document.number in ask(f"/van-ban-cong-khai/{published.pk}/")[2].decode()
    act(withdraw_document, people.leader, published, reason="Đính chính.")
    act(make_withdrawn, people, recording)
    assert [
        str(path) for path in folder.rglob("*") if path.suffix == ".mp3" or ("tai-ve" in str(path) and path.is_file())
    ] == []
    assert not (folder / f"van-ban-cong-khai/{published.pk}/index.html").exists()


def test_an_old_address_is_a_file_for_when_the_application_is_down(people, article, folder, act):
    act(add_old_address, people.leader, Portal.objects.get(), path="/cds/", to="/chuyen-doi-so/")
    assert 'url=/chuyen-doi-so/"' in (folder / "cds/moved.html").read_text()
    assert ask("/cds/", inner=passed_on)[2] == b"inner"
    act(drop_old_address, people.leader, OldAddress.objects.get())
    assert not (folder / "cds/moved.html").exists()


def test_a_stored_file_that_is_gone_does_not_stop_the_others(people, folder, act):
    draft = read_document(people.clerk, plan_text("/KH-UBND"), direction="out")
    published = act(publish_document, people.leader, register_outgoing(people.clerk, draft))
    (folder / f"tai-ve/{published.pk}/{published.file_name}").unlink()
    published.file.stored.delete(save=False)
    act(make_column, people)
    assert (folder / "chuyen-doi-so/index.html").exists()
    assert Portal.objects.get().written == Portal.objects.get().version


def test_lost_files_come_back_and_strange_ones_go(people, article, folder):
    (folder / ARTICLE).unlink()
    (folder / "la.html").write_text("?")
    write_pages()
    assert (folder / ARTICLE).exists()
    assert not (folder / "la.html").exists()


def test_the_application_reads_files_without_asking_the_database(article, django_assert_num_queries):
    with django_assert_num_queries(0):
        status, headers, body = ask("/", HTTP_ACCEPT_ENCODING="gzip")
    assert status == "200 OK"
    assert TITLE in gzip.decompress(body).decode()
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert ask("/", HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=headers["ETag"])[0] == "304 Not Modified"
    assert ask("/", method="HEAD")[2] == b""


def test_anything_else_is_left_to_the_application(article):
    for asked in (
        {"path": "/", "query": "trang=2"},
        {"path": "/", "method": "POST"},
        {"path": "/", "HTTP_COOKIE": "django_language=en"},
        {"path": "/", "HTTP_HOST": "khac.example"},
        {"path": "/", "HTTP_HOST": ".."},
        {"path": "/../minhhoa.example/"},
        {"path": "/.turn"},
        {"path": "/index.html"},
        {"path": "/robots.txt/"},
        {"path": "/khong-co/"},
    ):
        assert ask(inner=passed_on, **asked)[2] == b"inner", asked


def test_behind_https_a_plain_request_is_redirected_by_the_application(article, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert ask("/", inner=passed_on)[2] == b"inner"
    assert TITLE in ask("/", HTTP_X_FORWARDED_PROTO="https")[2].decode()


@pytest.fixture
def nginx(folder, tmp_path):
    """The configuration of the guide, on a free port of this machine; nothing answers as the application."""
    port = free_port()
    block = as_in_the_guide(port, folder, tmp_path / "static", free_port())
    with running(block, port, tmp_path / "nginx"):
        yield port


def fetch(port, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={"Host": HOST, **headers})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_nginx_reads_the_portal_while_the_application_is_down(nginx, people, article, folder, act):
    picture, recording = add_picture(people.member, photo(), alt="Ảnh", credit="Nguồn"), make_approved(people)
    column = article.page.get_parent().standing
    values = {"picture": picture, "recording": recording}
    event = act(lambda: let_out(people.member, people.leader, make_kind(people, column, "event", **values)))
    draft = read_document(people.clerk, plan_text("/KH-UBND"), direction="out")
    published = act(publish_document, people.leader, register_outgoing(people.clerk, draft))
    act(coloured, people)
    given = {
        f"/anh/{picture.pk}/": ("image/webp", None),
        f"/anh/{picture.pk}/nho/": ("image/webp", None),
        f"/nghe/{recording.pk}.mp3": ("audio/mpeg", None),
        f"/lich/{event.page.pk}.ics": ("text/calendar; charset=utf-8", None),
        "/mau.css": ("text/css; charset=utf-8", None),
        f"/tai-ve/{published.pk}/{published.file_name}": ("text/plain; charset=utf-8", "attachment"),
    }
    path = "/" + ARTICLE.removesuffix("index.html")
    answer, body = fetch(nginx, path)
    assert (answer.status, TITLE in body.decode()) == (200, True)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    ours = ask(path)[1]
    for name in ("Content-Security-Policy", "Cache-Control", "Referrer-Policy", "X-Frame-Options"):
        same = [set(found.split("; ")) for found in (answer.headers[name], ours[name])]
        assert same[0] == same[1], name
    packed, content = fetch(nginx, path, **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(content) == body
    act(add_old_address, people.leader, Portal.objects.get(), path="/cds/", to="/chuyen-doi-so/")
    moved, words = fetch(nginx, "/cds/")
    assert (moved.status, "url=/chuyen-doi-so/" in words.decode()) == (200, True)
    for name, (kind, disposition) in given.items():
        answer_of, content = fetch(nginx, name)
        told = ask(name)
        assert (answer_of.status, content) == (200, told[2]), name
        assert answer_of.headers["Content-Type"] == told[1]["Content-Type"] == kind, name
        assert answer_of.headers["Content-Disposition"] == told[1].get("Content-Disposition") == disposition, name
    for asked in ("/", "/robots.txt", "/sitemap.xml", "/lien-he/", "/chuyen-doi-so/"):
        assert fetch(nginx, asked)[0].status == 200, asked
    for asked in ("/?trang=2", "/tim/?q=a", "/.turn", "/index.html", "/noi-bo/", "/khong-co/", "/?::/"):
        assert fetch(nginx, asked)[0].status == 502, asked
    assert fetch(nginx, "/", "POST")[0].status == 502
    # Who chose English reads the Vietnamese page rather than none.
    for asked in ("/", path):
        spare, words = fetch(nginx, asked, Cookie="django_language=en")
        assert (spare.status, words) == (200, fetch(nginx, asked)[1]), asked
        assert spare.headers["Content-Security-Policy"] == answer.headers["Content-Security-Policy"]
    assert fetch(nginx, "/", "POST", Cookie="django_language=en")[0].status == 502
    assert fetch(nginx, "/khong-co/", Cookie="django_language=en")[0].status == 502
    values = {"title": "Lịch mới", "body": "<p>Từ 06/3.</p>"}
    act(
        lambda: let_out(
            people.member, people.leader, write_page(people.member, article, seen=article.written_id, **values)
        )
    )
    answer, body = fetch(nginx, path, **{"If-None-Match": answer.headers["ETag"]})
    assert (answer.status, "Lịch mới" in body.decode()) == (200, True)


def test_the_first_page_is_under_100_kb_over_the_wire(people, folder, act):
    """Everything that the first page may load, lists and banners full: 100,000 bytes, pictures included."""
    column = act(make_column, people)
    act(coloured, people)
    for number in range(8):
        picture = add_picture(people.member, noisy(number), alt="Ảnh", credit="Nguồn")
        values = {"title": f"{TITLE} {number}", "lead": "Người dân được hướng dẫn tại thôn. " * 8, "picture": picture}
        act(lambda values=values: let_out(people.member, people.leader, make_article(people, column, **values)))
    first = PageState.objects.get(page=Portal.objects.get().site.root_page)
    picture = add_picture(people.member, noisy(9), alt="Trụ sở", credit="Nguồn")
    written = write_page(people.coordinator, first, seen=first.written_id, title="Xã", body=WORDS * 10, picture=picture)
    act(let_out, people.coordinator, people.leader, written)
    page = (folder / "index.html").read_text()
    loaded = set(re.findall(r'(?:src|href)="(/(?:anh|static|mau)[^"]*)"', page))
    assert len([path for path in loaded if path.startswith("/anh/") and path.endswith("/nho/")]) == 7
    total = len((folder / "index.html.gz").read_bytes())
    for path in loaded - {f"/anh/{picture.pk}/"}:
        static = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        content = Path(static).read_bytes() if static else (folder / file_of(path)).read_bytes()
        total += len(content if path.startswith("/anh/") else gzip.compress(content))
    assert total < 100_000
