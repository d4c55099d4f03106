"""Pictures of pages beside what was read: who sees them, where the found places lie, and what stays of them."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Error
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.registry.actions.discard_secret import discard_secret
from lienthong.registry.actions.reject_proposal import reject_proposal
from lienthong.registry.models import DocumentFile, OfficialDocument, Proposal
from lienthong.registry.review.notes import handwritten_in, signatures_on
from lienthong.registry.tests.factories import plan_text, read_document, received_document
from lienthong.registry.tests.reviewing import field
from lienthong.registry.trust import check_trust, trust_roots

pytestmark = pytest.mark.django_db
#: A plan of the made-up commune, made with LibreOffice.
SAMPLE = (Path(__file__).resolve().parents[4] / "samples" / "04-ke-hoach-xa.pdf").read_bytes()


def pdf(*lines: str) -> bytes:
    """A PDF of one A4 page with ``lines`` one under the other; it reads as a scan when there are none."""
    text = " ".join(f"1 0 0 1 72 {770 - 20 * place} Tm ({line}) Tj" for place, line in enumerate(lines))
    stream = f"BT /F1 12 Tf {text} ET"
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
    ]
    made, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    lines = "".join(f"{place:010d} 00000 n \n" for place in places)
    xref = f"xref\n0 6\n0000000000 65535 f \n{lines}trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n{len(made)}\n%%EOF"
    return (made + xref).encode()


@pytest.fixture
def people() -> Cast:
    return cast()


@pytest.fixture
def paged(people: Cast) -> OfficialDocument:
    return read_document(people.clerk, SAMPLE)


def page_url(document: OfficialDocument, number: int = 1) -> str:
    return reverse("registry:page", args=[document.files.get().pk, number])


def review(client: Client, document: OfficialDocument, view: str = "") -> str:
    url = reverse("registry:review", args=[document.pk])
    answer = client.get(f"{url}?xem={view}" if view else url)
    assert answer.status_code == 200
    return answer.content.decode()


class TestThePicture:
    @pytest.mark.parametrize("who, status", [("clerk", 200), ("leader", 200), ("unit_head", 404), ("supervisor", 404)])
    def test_is_for_who_sees_the_document(
        self, client: Client, people: Cast, paged: OfficialDocument, who: str, status: int
    ) -> None:
        answer = sign_in(client, getattr(people, who)).get(page_url(paged))
        assert answer.status_code == status
        if status == 200:
            assert answer.content.startswith(b"\xff\xd8\xff")
            assert answer["Cache-Control"] == "private, no-store"

    def test_of_no_page_no_file_and_no_read_file_is_not_there(self, client: Client, people: Cast) -> None:
        clerk = sign_in(client, people.clerk)
        paged = read_document(people.clerk, SAMPLE)
        assert [clerk.get(page_url(paged, number)).status_code for number in (0, 99, 99999)] == [404, 404, 404]
        waiting = received_document(people.clerk, SAMPLE)
        DocumentFile.objects.filter(document=waiting).update(page_sizes=[[595, 842]])
        assert clerk.get(page_url(waiting)).status_code == 404
        Path(paged.files.get().stored.path).unlink()
        assert clerk.get(page_url(paged)).status_code == 404
        text = read_document(people.clerk, plan_text())
        assert clerk.get(page_url(text)).status_code == 404

    def test_leaves_nothing_on_disk_and_goes_with_a_secret_document(
        self, client: Client, people: Cast, settings: Any, tmp_path: Path
    ) -> None:
        settings.MEDIA_ROOT = tmp_path
        paged = read_document(people.clerk, SAMPLE)
        clerk, url = sign_in(client, people.clerk), page_url(paged)
        assert clerk.get(url).status_code == 200
        assert [path for path in tmp_path.rglob("*") if path.is_file()] == [Path(paged.files.get().stored.path)]
        discard_secret(people.clerk, paged)
        assert not [path for path in tmp_path.rglob("*") if path.is_file()]
        assert clerk.get(url).status_code == 404


class TestThePlaces:
    def test_stand_where_the_words_stand(self, client: Client, people: Cast, paged: OfficialDocument) -> None:
        symbol = field(paged, "symbol")
        [[page, x0, y0, x1, y1, look]] = symbol.places
        assert (page, look) == (1, "m-field")
        # In the left half of the head, a line high.
        assert 60 < x0 < x1 < 300
        assert 80 < y0 < y1 < 180
        assert 8 < y1 - y0 < 24
        task = Proposal.objects.filter(file__document=paged, kind="task")[0]
        assert {look for *_place, look in task.places} == {"m-task", "m-part"}
        text = review(sign_in(client, people.clerk), paged)
        assert f'href="#p{symbol.pk}" data-of="{symbol.pk}" class="m-field" id="doan-{symbol.pk}"' in text
        assert f'<rect x="{x0:g}" y="{y0:g}"' in text
        assert 'viewBox="0 0 595' in text

    def test_of_what_was_dropped_are_not_shown(self, client: Client, people: Cast, paged: OfficialDocument) -> None:
        symbol = field(paged, "symbol")
        reject_proposal(people.clerk, symbol)
        assert f'data-of="{symbol.pk}"' not in review(sign_in(client, people.clerk), paged)

    def test_pages_or_text_is_kept_until_chosen_again(
        self, client: Client, people: Cast, paged: OfficialDocument
    ) -> None:
        clerk = sign_in(client, people.clerk)
        assert "<svg viewBox" in review(clerk, paged)
        assert "<mark" in review(clerk, paged, "chu")
        assert "<svg viewBox" not in review(clerk, paged)
        assert "<svg viewBox" in review(clerk, paged, "anh")

    def test_a_file_without_pages_shows_its_text_and_offers_no_choice(self, client: Client, people: Cast) -> None:
        text = review(sign_in(client, people.clerk), read_document(people.clerk, plan_text()), "anh")
        assert "<mark" in text
        assert "Trang ảnh" not in text

    def test_a_page_that_cannot_be_read_is_shown_all_the_same(self, client: Client, people: Cast) -> None:
        blank = read_document(people.clerk, pdf())
        assert blank.files.get().reading["unreadable"]
        text = review(sign_in(client, people.clerk), blank)
        assert page_url(blank) in text
        for url in ("registry:register", "registry:document"):
            assert page_url(blank) in client.get(reverse(url, args=[blank.pk])).content.decode()
        assert "ghi thông tin bằng tay" in text


def with_reading(document: OfficialDocument, **more: object) -> DocumentFile:
    file = document.files.get()
    file.reading |= more
    file.save()
    return file


def signature(**more: object) -> dict[str, object]:
    return {
        "signer": "Văn phòng", "body": "Ủy ban nhân dân tỉnh Minh Giang", "issuer": None, "signed_at": None,
        "intact": True, "trust": "trusted", "whole_file": True, "message": "Chữ ký số của Văn phòng.", "page": None,
        "box": None,
    } | more  # fmt: skip


class TestSignatures:
    @pytest.mark.parametrize(
        "more, state",
        [
            ({}, "hợp lệ"),
            ({"trust": "unknown"}, "không xác định"),
            ({"trust": "undetermined"}, "không xác định"),
            ({"intact": None}, "không xác định"),
            ({"intact": False}, "nội dung đã bị thay đổi sau khi ký"),
        ],
    )
    def test_only_changed_bytes_are_called_changed(
        self, client: Client, people: Cast, paged: OfficialDocument, more: dict[str, object], state: str
    ) -> None:
        file = with_reading(paged, signatures=[signature(**more)])
        assert [signed.state for signed in signatures_on(file).parties] == [state]
        for url in ("registry:review", "registry:document"):
            text = sign_in(client, people.clerk).get(reverse(url, args=[paged.pk])).content.decode()
            assert f"Chữ ký số: {state}" in re.sub(r"\s+", " ", text)
            assert "Ủy ban nhân dân tỉnh Minh Giang" in text

    def test_several_of_one_party_are_one_line_and_each_has_its_sentence(
        self, client: Client, people: Cast, paged: OfficialDocument
    ) -> None:
        again = signature(message="Chữ ký thứ hai.", trust="unknown")
        with_reading(paged, signatures=[signature(), signature(), again])
        text = review(sign_in(client, people.clerk), paged)
        assert text.count("Chữ ký số:") == 2
        assert text.count("Chữ ký số của Văn phòng.") == 2
        assert "Chi tiết 3 chữ ký số" in text

    def test_a_folder_that_cannot_be_used_is_said_at_the_start(self, settings: Any, tmp_path: Path) -> None:
        assert check_trust() == []
        settings.LIENTHONG_TRUST = str(tmp_path)
        [error] = check_trust()
        assert isinstance(error, Error)
        assert "không có chứng thư nào" in error.msg
        assert trust_roots() == []


PICTURE = "data:image/png;base64,iVBORw0KGgo="


class TestHandwriting:
    def written(self, people: Cast, *fields: str) -> OfficialDocument:
        made = read_document(people.clerk, SAMPLE)
        OfficialDocument.objects.filter(pk=made.pk).update(symbol="KH-UBND", number="", dated="2026")
        Proposal.objects.filter(file__document=made, name__in=("number", "date")).delete()
        found = [{"field": name, "page": 1, "box": [72, 85, 130, 100], "picture": PICTURE} for name in fields]
        with_reading(made, handwriting=found)
        return made

    def test_is_typed_from_the_picture_and_recorded_as_typed(self, client: Client, people: Cast) -> None:
        made = self.written(people, "number", "date")
        clerk = sign_in(client, people.clerk)
        assert review(clerk, made).count(PICTURE) == 2
        url = reverse("registry:add_proposal", args=[made.pk])
        clerk.post(url, {"handwritten": "number", "value": " 15 "})
        number = field(made, "number")
        assert (number.confirmed, number.rule, number.decided_by) == (
            "15/KH-UBND", "by-person", people.clerk.position,
        )  # fmt: skip
        assert "Ngày viết theo dạng" in clerk.post(url, {"handwritten": "date", "value": "mồng ba"}).content.decode()
        clerk.post(url, {"handwritten": "date", "value": "3/9/2025"})
        assert field(made, "date").confirmed == "2025-09-03"
        made.refresh_from_db()
        assert handwritten_in(made) == []

    def test_what_was_printed_of_a_date_is_completed(self, people: Cast, client: Client) -> None:
        made = read_document(people.clerk, plan_text().replace("ngày 05 tháng 8 năm", "ngày … tháng … năm"))
        with_reading(made, handwriting=[{"field": "date", "page": 1, "box": [0, 0, 1, 1], "picture": PICTURE}])
        assert field(made, "date").value == "2025"
        url = reverse("registry:add_proposal", args=[made.pk])
        sign_in(client, people.clerk).post(url, {"handwritten": "date", "value": "3/9/2025"})
        assert field(made, "date").confirmed == "2025-09-03"

    def test_stands_beside_the_boxes_of_the_register_until_they_are_filled(self, client: Client, people: Cast) -> None:
        made = self.written(people, "number")
        url = reverse("registry:register", args=[made.pk])
        text = sign_in(client, people.clerk).get(url).content.decode()
        assert PICTURE in text
        assert 'value="/KH-UBND"' in text
        OfficialDocument.objects.filter(pk=made.pk).update(number="15/KH-UBND")
        assert PICTURE not in client.get(url).content.decode()


class TestFindings:
    def test_of_the_form_are_told_and_stop_nothing(self, client: Client, people: Cast) -> None:
        made = read_document(people.clerk, plan_text().replace("- Lưu: VT.", "- Lưu VT"))
        findings = made.files.get().findings
        assert findings
        assert {"rule", "severity", "message", "proposal", "source", "quoted"} == set(findings[0])
        text = review(sign_in(client, people.clerk), made)
        assert f"{len(findings)} điểm" in text
        assert "cơ quan nhận có thể trả lại" in text
        assert escape(findings[0]["message"]) in text
