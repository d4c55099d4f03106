import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_form_from_an_old_page_is_answered_in_plain_words():
    answer = Client(enforce_csrf_checks=True).post("/noi-bo/tai-khoan/dang-nhap/", {"login": "vanthu", "password": "x"})
    assert answer.status_code == 403
    assert "Hãy tải lại trang và thử lại." in answer.content.decode()
    assert "CSRF verification" not in answer.content.decode()
