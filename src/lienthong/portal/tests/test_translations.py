"""A page in English that translates another: each leads to the other, also in the files, while both are public."""

from contextlib import contextmanager

import pytest
from django.test import Client

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.portal.actions.begin_page import begin_page
from lienthong.portal.actions.write_page import write_page
from lienthong.portal.forms import PageForm, initial_of
from lienthong.portal.models import Portal
from lienthong.portal.tests.factories import TITLE, let_out, make_article, make_column, make_portal, take_down

pytestmark = pytest.mark.django_db
ENGLISH = "How to file an application at home"


@pytest.fixture
def people(settings, tmp_path):
    settings.ALLOWED_HOSTS = ["minhhoa.example", "khac.example", "testserver"]
    settings.LIENTHONG_PUBLIC = tmp_path
    found = cast()
    make_portal(found)
    return found


@pytest.fixture
def original(people, acts):
    with acts():
        return let_out(people.member, people.leader, make_article(people, make_column(people)))


def translate(people, original, title=ENGLISH):
    """Begins the page in English, not yet public."""
    return begin_page(
        people.member, kind="article", parent=original.page.get_parent(), title=title, language="en",
        translation_of=original.page, body="<p>Every hamlet has an evening of guidance.</p>",
    )  # fmt: skip


@pytest.fixture
def translated(people, original):
    return translate(people, original)


def rewrite(people, standing, **values):
    standing.refresh_from_db()
    given = {"title": standing.page.specific.title} | values
    return write_page(people.member, standing, seen=standing.written_id, **given)


@pytest.fixture
def acts(django_capture_on_commit_callbacks):
    """What is due after a commit is done too, as after a request."""

    @contextmanager
    def done():
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return done


def read(standing, **cookies):
    client = Client()
    client.cookies.load(cookies)
    return client.get(standing.page.url, headers={"host": "minhhoa.example"}).content.decode()


def page_of(actor, standing):
    """The page on which the office works."""
    return sign_in(Client(), actor).get(f"/noi-bo/cong-thong-tin/{standing.pk}/").content.decode()


def test_each_leads_to_the_other_once_both_are_public(people, original, translated):
    assert ENGLISH not in read(original)
    let_out(people.member, people.leader, translated)
    said = read(original)
    assert (
        f'<p class="counterpart" lang="en"><b>English</b> · <a href="{translated.page.url}" hreflang="en">{ENGLISH}'
        in said
    )
    assert f'<link rel="alternate" hreflang="en" href="http://minhhoa.example{translated.page.url}">' in said
    said = read(translated)
    assert (
        f'<p class="counterpart" lang="vi"><b>Tiếng Việt</b> · <a href="{original.page.url}" hreflang="vi">{TITLE}'
        in said
    )
    assert f'<link rel="alternate" hreflang="vi" href="http://minhhoa.example{original.page.url}">' in said
    take_down(people, translated)
    assert ENGLISH not in read(original)


def test_who_chooses_the_other_language_comes_to_the_other_page(people, original, translated):
    assert f'href="/ngon-ngu/en/?next={original.page.url}"' in read(original)
    let_out(people.member, people.leader, translated)
    assert f'href="/ngon-ngu/en/?next={translated.page.url}"' in read(original)
    assert f'href="/ngon-ngu/vi/?next={original.page.url}"' in read(translated, django_language="en")


def test_the_files_of_both_follow(people, original, translated, acts, tmp_path):
    file = tmp_path / f"minhhoa.example{original.page.url}index.html"
    with acts():
        let_out(people.member, people.leader, translated)
    assert ENGLISH in file.read_text()
    with acts():
        let_out(people.member, people.leader, rewrite(people, translated, translation_of=None))
    assert ENGLISH not in file.read_text()
    with acts():
        let_out(people.member, people.leader, rewrite(people, translated, translation_of=original.page))
    assert ENGLISH in file.read_text()
    translated.refresh_from_db()
    with acts():
        take_down(people, translated)
    assert ENGLISH not in file.read_text()


def test_the_files_of_every_translation_follow_the_page_they_translate(people, original, translated, acts, tmp_path):
    def written():
        return [(tmp_path / f"minhhoa.example{each.page.url}index.html").read_text() for each in both]

    both = [translated, translate(people, original, "For families")]
    for each in both:
        with acts():
            let_out(people.member, people.leader, each)
    assert all(TITLE in text for text in written())
    with acts():
        let_out(people.member, people.leader, rewrite(people, original, title="Nộp hồ sơ tại nhà"))
    assert all("Nộp hồ sơ tại nhà" in text and TITLE not in text for text in written())
    original.refresh_from_db()
    with acts():
        take_down(people, original)
    assert not any("Nộp hồ sơ tại nhà" in text for text in written())


def test_a_page_that_is_translated_stays_in_vietnamese(people, original, translated):
    with pytest.raises(Refused, match="phải là trang tiếng Việt"):
        rewrite(people, original, language="en")
    with pytest.raises(Refused, match="Chỉ trang tiếng Anh"):
        rewrite(people, translated, language="vi")


def test_a_draft_in_english_is_not_let_out_under_a_translation(people, acts):
    column = make_column(people)
    plain = make_article(people, column)
    english = rewrite(people, plain, language="en")
    translation = translate(people, plain)
    let_out(people.member, people.leader, translation)
    with pytest.raises(Refused, match="phải là trang tiếng Việt"):
        let_out(people.member, people.leader, english)


def test_what_is_approved_says_of_which_page_it_is_the_translation(people, original, translated):
    page = page_of(people.leader, translated)
    assert "Bản dịch của trang" in page
    assert TITLE in page
    before = translated.written.content
    written = write_page(people.member, translated, seen=translated.written_id, title=ENGLISH, translation_of=None)
    assert (before["translation_of"], written.written.content["translation_of"]) == (original.page.pk, None)


def test_who_keeps_a_translation_is_told_that_the_page_changed(people, original, translated):
    def told():
        return "đã đổi sau lần sửa cuối" in page_of(people.member, translated)

    let_out(people.member, people.leader, translated)
    assert not told()
    drafted = make_article(people, make_column(people, "Thông báo"))
    meanwhile = translate(people, drafted)
    let_out(people.member, people.leader, drafted)
    assert "đã đổi sau lần sửa cuối" not in page_of(people.member, meanwhile), "it went out as it was translated"
    original.refresh_from_db()
    write_page(people.member, original, seen=original.written_id, title=TITLE, lead="Từ tháng sau, tại trụ sở.")
    assert not told(), "what nobody approved is not what was translated"
    original.refresh_from_db()
    let_out(people.member, people.leader, original)
    assert told()
    assert f"<dt>Bản dịch</dt><dd>{ENGLISH}" in page_of(people.member, original)


@pytest.mark.parametrize(("values", "field"), [({"language": "vi"}, "language"), ({"kind": "text"}, "translation_of")])
def test_only_an_english_page_of_the_same_sort_is_a_translation(people, original, values, field):
    given = {"kind": "article", "language": "en"} | values
    parent = original.page.get_parent() if given["kind"] == "article" else None
    with pytest.raises(Refused) as refused:
        begin_page(people.member, title=ENGLISH, parent=parent, translation_of=original.page, **given)
    assert refused.value.field == field


def test_a_page_of_another_office_is_neither_offered_nor_taken(people, original):
    others = cast()
    portal = make_portal(others, hostname="khac.example")
    column = make_column(others)
    assert "translation_of" not in PageForm(kind="article", portal=portal).fields
    with pytest.raises(NotAllowed):
        begin_page(
            others.member, kind="article", title=ENGLISH, language="en", parent=column.page,
            translation_of=original.page,
        )  # fmt: skip


def test_the_form_offers_pages_in_vietnamese_and_not_the_page_itself(people, original, translated):
    portal = Portal.objects.get()
    offered = PageForm(kind="article", portal=portal, initial=initial_of(translated)).fields["translation_of"].queryset
    assert [page.pk for page in offered] == [original.page.pk]
    assert "translation_of" not in PageForm(kind="article", portal=portal, initial=initial_of(original)).fields
    client = sign_in(Client(), people.member)
    form = client.get(f"/noi-bo/cong-thong-tin/{translated.pk}/sua/").content.decode()
    assert f'<option value="{original.page.pk}" selected>{TITLE}' in form
