"""The pages of intake, list, document, registering and numbers, for each role and for wrong input."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.registry.finding import record_citation
from lienthong.registry.granting import grant_access
from lienthong.registry.models import Direction, HeldNumber, OfficialDocument
from lienthong.registry.tests.factories import document, plan_text, read_document, received_document, upload

pytestmark = pytest.mark.django_db
State = OfficialDocument.State
ROLES = (
    "clerk", "leader", "coordinator", "unit_head", "member", "hamlet_head", "reader", "supervisor", "administrator",
)  # fmt: skip


def client_of(actor) -> Client:
    return sign_in(Client(), actor)


def url(name, *args):
    return reverse(f"registry:{name}", args=args)


def text_of(response) -> str:
    return response.content.decode()


def form_data(**more):
    fields = {
        "number": "12/KH-UBND", "type": "kế hoạch", "issuer": "Sở Nội vụ", "issuer_parent": "", "place": "",
        "dated": "05/08/2025", "subject": "Cải cách hành chính", "urgency": "", "signer_name": "", "signer_title": "",
        "signer_authority": "", "recipients": "Như trên\nLưu: VT", "addressees": "", "copies": "", "pages": "",
        "copy_holder": "", "sent_on": "", "note": "", "due": "", "arrived_on": "2025-08-06",
    }  # fmt: skip
    return fields | more


@pytest.mark.parametrize("role", ROLES)
def test_every_role_opens_the_lists_and_only_the_clerk_the_upload(role):
    people = cast()
    client = client_of(getattr(people, role))
    # What bodies below issued is all that a supervisor sees of documents.
    assert client.get(url("documents")).status_code == (302 if role == "supervisor" else 200)
    assert client.get(url("outgoing", "di")).status_code == 200
    assert client.get(url("upload")).status_code == (200 if role == "clerk" else 404)


def test_signed_out_people_are_sent_to_sign_in():
    for name, args in (("documents", ()), ("upload", ()), ("document", (1,)), ("file", (1,)), ("numbers", ())):
        assert Client().get(url(name, *args)).status_code == 302


@pytest.mark.parametrize("role", ROLES)
def test_a_document_is_a_page_for_who_sees_it_and_nothing_for_others(role):
    people = cast()
    made = read_document(people.clerk)
    grant_access(made, people.culture)
    actor = getattr(people, role)
    seen = OfficialDocument.objects.visible_to(actor).filter(pk=made.pk).exists()
    client, file = client_of(actor), made.files.get()
    assert client.get(url("document", made.pk)).status_code == (200 if seen else 404)
    assert client.get(url("file", file.pk)).status_code == (200 if seen else 404)
    assert client.get(url("reading", made.pk)).status_code == (200 if seen else 404)
    for name in ("register", "change", "secret"):
        expected = {200, 302, 404} if seen else {404}
        assert client.get(url(name, made.pk)).status_code in expected


def test_the_list_is_narrowed_by_its_address_and_urgent_ones_come_first():
    people = cast()
    first = document(people.office, number="1/KH-UBND", subject="Chuyển đổi số", urgency="khẩn")
    document(people.office, number="2/BC-UBND", type="báo cáo", subject="An toàn giao thông", state=State.DONE)
    document(people.office, number="3/KH-UBND", subject="Phát thanh", direction=Direction.OUTGOING, state=State.ISSUED)
    client = client_of(people.clerk)
    page = text_of(client.get(url("documents")))
    assert page.index("1/KH-UBND") < page.index("2/BC-UBND")
    assert "3/KH-UBND" not in page
    for query, there in (
        ({"q": "chuyen doi so"}, True), ({"q": "2/BC"}, False), ({"q": "01/KH"}, True), ({"state": "done"}, False),
        ({"type": "kế hoạch"}, True), ({"urgent": "1"}, True), ({"year": "2025"}, True), ({"year": "2019"}, False),
        ({"unit": "999"}, False), ({"year": "nonsense"}, True), ({"trang": "99"}, True), ({"state": "nonsense"}, True),
    ):  # fmt: skip
        assert (first.number in text_of(client.get(url("documents"), query))) == there, query


def test_the_list_is_sorted_by_a_column_and_the_address_keeps_it():
    people = cast()
    for number, due in (("1/A", date(2025, 9, 3)), ("2/B", None), ("3/C", date(2025, 9, 1))):
        document(people.office, number=number, due=due, dated=f"2025-08-0{number[0]}" if due else "")
    client = sign_in(Client(), people.clerk)

    def shown(address: str) -> list[str]:
        text = client.get(f"/noi-bo/van-ban/{address}").content.decode()
        return sorted(("1/A", "2/B", "3/C"), key=text.index)

    assert shown("?xep=han") == ["3/C", "1/A", "2/B"]
    assert shown("?xep=-han") == ["1/A", "3/C", "2/B"]
    assert shown("?xep=-ngay") == ["3/C", "1/A", "2/B"]
    assert shown("?xep=so-den") == ["1/A", "2/B", "3/C"]
    assert shown("?xep=nothing") == ["3/C", "2/B", "1/A"]
    text = client.get("/noi-bo/van-ban/?xep=han&type=kế+hoạch&trang=1").content.decode()
    assert 'aria-sort="ascending"' in text
    assert 'href="?xep=-han&amp;type=k%E1%BA%BF+ho%E1%BA%A1ch"' in text


def test_the_script_sends_one_file_and_gets_its_row():
    people = cast()
    client = client_of(people.clerk)
    script = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}
    answer = client.post(url("upload"), {"files": upload(plan_text(), "a.txt"), "direction": "out"}, **script)
    made = OfficialDocument.objects.get()
    assert (answer.status_code, made.direction) == (200, "out")
    assert f'data-document="{made.pk}"' in text_of(answer)
    assert "<html" not in text_of(answer)
    answer = client.post(url("upload"), {"files": upload("Phụ lục", "b.txt"), "document": str(made.pk)}, **script)
    assert made.files.count() == 2
    answer = client.post(url("upload"), {"files": upload(plan_text(), "c.txt")}, **script)
    assert "data-duplicate" in text_of(answer)
    assert url("document", made.pk) in text_of(answer)


def test_without_the_script_all_files_come_at_once():
    client = client_of(cast().clerk)
    files = [upload("Một", "1.txt"), upload("", "2.txt"), upload("Ba", "3.txt")]
    page = text_of(client.post(url("upload"), {"files": files, "together": "one"}))
    assert "Tệp rỗng" in page
    assert OfficialDocument.objects.get().files.count() == 2
    assert "Chưa chọn tệp nào" in text_of(client.post(url("upload"), {}))
    other = document(cast().office)
    assert client.post(url("upload"), {"files": upload("x"), "document": str(other.pk)}).status_code == 404
    assert client.post(url("upload"), {"files": upload("x"), "document": "9" * 30}).status_code == 404


def test_a_file_that_is_too_large_is_not_even_received(settings):
    settings.LIENTHONG_MAX_UPLOAD = 200_000
    client = client_of(cast().clerk)
    files = [upload(b"a" * 300_000, "to.txt"), upload("Nhỏ", "nho.txt")]
    page = text_of(client.post(url("upload"), {"files": files}))
    assert "to.txt" in page
    assert "Tệp lớn hơn" in page
    assert OfficialDocument.objects.get().files.get().name == "nho.txt"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=200),
    name=st.text(min_size=1, max_size=30),
    kind=st.sampled_from(["text/plain", "application/pdf", "a/b", ""]),
    other=st.dictionaries(
        st.sampled_from(["direction", "together", "document", "keep_duplicates"]), st.text(max_size=9)
    ),
)
def test_no_upload_breaks_the_page(data, name, kind, other):
    client = client_of(cast().clerk)
    file = SimpleUploadedFile("x", data, content_type=kind)
    file._name = name
    assert client.post(url("upload"), {"files": file, **other}).status_code in (200, 404)


def test_a_download_cannot_run_in_the_page():
    people = cast()
    made = received_document(people.clerk, "<script>alert(1)</script> văn bản", name="tệp lạ.html")
    answer = client_of(people.clerk).get(url("file", made.files.get().pk))
    assert answer["Content-Type"] == "text/plain"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Disposition"].endswith("t%E1%BB%87p%20l%E1%BA%A1.html.txt")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert b"".join(answer.streaming_content).startswith(b"<script>")


def test_a_file_that_is_gone_from_disk_is_not_found():
    people = cast()
    file = received_document(people.clerk, "Văn bản").files.get()
    file.stored.storage.delete(file.stored.name)
    assert client_of(people.clerk).get(url("file", file.pk)).status_code == 404


def test_registering_through_the_page():
    people = cast()
    made = read_document(people.clerk)
    client = client_of(people.clerk)
    page = text_of(client.get(url("register", made.pk)))
    assert 'value="12/KH-UBND"' in page
    assert 'value="05/08/2025"' in page
    answer = client.post(url("register", made.pk), form_data(due="2025-08-30"))
    assert answer.status_code == 302
    made.refresh_from_db()
    assert (made.register_number, made.dated, made.recipients) == (1, "2025-08-05", ["Như trên", "Lưu: VT"])
    assert client.get(url("register", made.pk)).status_code == 404


@pytest.mark.parametrize(
    "wrong,word",
    [
        ({"subject": ""}, 'class="error"'),
        ({"dated": "31/02/2025"}, "06/08/2025"),
        ({"arrived_on": "không phải ngày"}, 'class="error"'),
        ({"arrived_on": "2999-01-01"}, "Ngày này chưa đến"),
        ({"copies": "-1"}, 'class="error"'),
        ({"type": "lạ"}, 'class="error"'),
    ],
)
def test_a_wrong_form_keeps_what_was_typed(wrong, word):
    people = cast()
    made = read_document(people.clerk)
    answer = client_of(people.clerk).post(url("register", made.pk), form_data(**{"note": "ghi chú riêng"} | wrong))
    assert answer.status_code == 200
    assert word in text_of(answer)
    assert 'class="field wrong"' in text_of(answer)
    assert "ghi chú riêng" in text_of(answer)
    made.refresh_from_db()
    assert made.register_number is None


def test_a_duplicate_is_shown_before_it_is_registered_twice():
    people = cast()
    client = client_of(people.clerk)
    first, again = read_document(people.clerk), read_document(people.clerk)
    client.post(url("register", first.pk), form_data())
    page = text_of(client.post(url("register", again.pk), form_data()))
    assert url("document", first.pk) in page
    assert "keep_duplicate" in page
    again.refresh_from_db()
    assert again.state == State.TO_REGISTER
    assert client.post(url("register", again.pk), form_data(keep_duplicate="1")).status_code == 302


def test_correcting_dropping_and_marking_secret_through_the_page():
    people = cast()
    client = client_of(people.clerk)
    made = document(people.office)
    data = form_data(number=made.number)
    assert client.post(url("change", made.pk), data).status_code == 302
    made.refresh_from_db()
    assert made.subject == "Cải cách hành chính"
    draft = read_document(people.clerk)
    client.post(url("discard", draft.pk), {"reason": "nonsense"})
    assert OfficialDocument.objects.filter(pk=draft.pk).exists()
    client.post(url("discard", draft.pk), {"reason": "duplicate"})
    assert not OfficialDocument.objects.filter(pk=draft.pk).exists()
    assert client_of(people.reader).post(url("secret", made.pk)).status_code == 404
    assert client.get(url("secret", made.pk)).status_code == 200
    assert client.post(url("secret", made.pk), follow=True).status_code == 410


def test_annexes_and_their_order_through_the_page():
    people = cast()
    client = client_of(people.clerk)
    made = document(people.office)
    client.post(url("add_annexes", made.pk), {"files": [upload("Một", "1.txt"), upload("Hai", "2.txt")]})
    first, second = made.files.all()
    client.post(url("move_file", second.pk))
    assert [file.pk for file in made.files.all()] == [second.pk, first.pk]
    assert client_of(people.reader).post(url("move_file", second.pk)).status_code == 404
    assert client_of(cast().clerk).post(url("move_file", second.pk)).status_code == 404


def test_what_is_named_answered_and_missing_stands_on_the_page():
    people = cast()
    made = document(people.office, number="12/KH-UBND")
    cited = document(people.office, number="82/KH-UBND")
    for number in ("82/KH-UBND", "99/NQ-HĐND"):
        record_citation(made, number=number)
    client = client_of(people.clerk)
    page = text_of(client.get(url("document", made.pk)))
    assert url("document", cited.pk) in page
    assert "chưa đăng ký" in page
    assert url("document", made.pk) in text_of(client.get(url("document", cited.pk)))
    missing = text_of(client.get(url("unregistered")))
    assert "99/NQ-HĐND" in missing
    assert "82/KH-UBND" not in missing
    assert client_of(people.unit_head).get(url("unregistered")).status_code == 404


@pytest.mark.parametrize("span,marked", [("10-20", True), ("20-10", True), ("x", False), ("99999999-99999999", False)])
def test_a_place_in_the_text_is_marked(span, marked):
    people = cast()
    made = read_document(people.clerk)
    page = text_of(client_of(people.clerk).get(url("document", made.pk), {"doan": span}))
    assert ('<mark id="doan">' in page) == marked


def test_numbers_are_held_and_cancelled_through_the_page():
    people = cast()
    client = client_of(people.clerk)
    client.post(url("numbers"), {"purpose": "báo cáo", "code": ""})
    held = HeldNumber.objects.get()
    assert "báo cáo" in text_of(client.get(url("numbers")))
    client.post(url("cancel_number", held.pk), {"why": ""})
    client.post(url("cancel_number", held.pk), {"why": "không ban hành"})
    held.refresh_from_db()
    assert held.cancelled_why == "không ban hành"
    assert client_of(cast().clerk).post(url("cancel_number", held.pk), {"why": "x"}).status_code == 404
    year = timezone.localdate().year
    answer = client.post(url("numbers"), {"direction": "out", "year": year, "code": "", "last_number": "9"})
    assert "Sổ này đã cấp số" in text_of(answer)
    assert client_of(people.leader).get(url("numbers")).status_code == 404


def test_reading_is_followed_until_it_ends():
    people = cast()
    client = client_of(people.clerk)
    made = received_document(people.clerk, plan_text())
    row = text_of(client.get(url("reading", made.pk), {"view": "row"}))
    assert 'hx-trigger="every 2s"' in row
    from lienthong.registry.tests.factories import read_files

    read_files(made)
    assert "hx-trigger" not in text_of(client.get(url("reading", made.pk), {"view": "row"}))
    assert client.get(url("reading", made.pk), {"was": "reading"})["HX-Refresh"] == "true"
    secret = received_document(people.clerk, plan_text(mark="MẬT"))
    read_files(secret)
    assert "Có dấu mật" in text_of(client.get(url("reading", secret.pk), {"view": "row"}))
    assert client.get(url("reading", secret.pk))["HX-Redirect"] == url("document", secret.pk)
    assert client_of(people.reader).get(url("reading", secret.pk)).status_code == 404
