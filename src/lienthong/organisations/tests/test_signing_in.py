"""Signing in: the lock-out holds in every process, nobody signs up, passwords are changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from lienthong.core.tests.databases import template_file
from lienthong.organisations.models import User
from lienthong.organisations.tests.factories import PASSWORD, UserFactory

LOGIN = "account_login"
WRONG = {"login": "can.bo", "password": "sai hoàn toàn"}
LOCKED = "Quá nhiều lần đăng nhập sai"
MISMATCH = "Tên đăng nhập hoặc mật khẩu không đúng."


@pytest.fixture
def user(db: None) -> User:
    cache.clear()
    return UserFactory(username="can.bo")


def test_the_right_password_signs_in(client: Client, user: User) -> None:
    answer = client.post(reverse(LOGIN), {"login": "can.bo", "password": PASSWORD})
    assert answer.url == reverse("workspace:home")


def test_five_wrong_passwords_lock_the_account_name_for_everyone(user: User) -> None:
    for _ in range(5):
        answer = Client().post(reverse(LOGIN), WRONG)
        assert MISMATCH in answer.content.decode()
    right = Client().post(reverse(LOGIN), {"login": "can.bo", "password": PASSWORD})
    assert LOCKED in right.content.decode()
    other = UserFactory(username="can.bo.khac")
    assert Client().post(reverse(LOGIN), {"login": other.username, "password": PASSWORD}).status_code == 302


PREPARE = """
from lienthong.organisations.tests.factories import UserFactory
UserFactory(username="can.bo")
"""
SIGN_IN = """
from django.test import Client
client = Client(headers={{"host": "localhost"}})
for password in {passwords!r}:
    answer = client.post("/noi-bo/tai-khoan/dang-nhap/", {{"login": "can.bo", "password": password}})
    print({locked!r} in answer.content.decode(), answer.status_code)
"""


def test_the_lock_out_holds_in_another_process(tmp_path: Path) -> None:
    """Three processes on one database: one makes the account, one types wrong passwords, one the right one."""
    assert settings.CACHES["default"]["BACKEND"].endswith(("DatabaseCache", "RedisCache"))
    file = shutil.copy(template_file(), tmp_path / "sign-in.sqlite3")
    environment = {
        **os.environ,
        "LIENTHONG_DATA": str(tmp_path),
        "LIENTHONG_DATABASE": f"sqlite:///{file}",
        "DJANGO_SETTINGS_MODULE": "lienthong.settings.test",
    }

    def in_a_process(code: str) -> list[str]:
        line = [sys.executable, "-m", "lienthong.manage", "shell", "--no-imports", "-c", code]
        done = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done.stdout.split("\n")

    in_a_process(PREPARE)
    wrong = in_a_process(SIGN_IN.format(passwords=["sai"] * 5, locked=LOCKED))
    assert wrong[:5] == ["False 200"] * 5
    assert in_a_process(SIGN_IN.format(passwords=[PASSWORD], locked=LOCKED))[0] == "True 200"


def test_nobody_signs_up_or_resets_a_password_alone(client: Client, db: None) -> None:
    given = {"username": "la", "password1": "đồng lúa xanh 25", "password2": "đồng lúa xanh 25"}
    for address in (
        "/noi-bo/tai-khoan/signup/",
        "/noi-bo/tai-khoan/dang-ky/",
        "/noi-bo/tai-khoan/password/reset/",
        "/noi-bo/tai-khoan/email/",
    ):
        assert client.post(address, given).status_code == 404
    assert not User.objects.exists()


def test_an_account_that_was_closed_does_not_sign_in(client: Client, user: User) -> None:
    User.objects.update(is_active=False)
    answer = client.post(reverse(LOGIN), {"login": "can.bo", "password": PASSWORD}, follow=True)
    assert "_auth_user_id" not in client.session
    assert "Tài khoản này đã ngừng dùng." in answer.content.decode()


def test_a_password_is_changed_by_its_owner(client: Client, user: User) -> None:
    client.force_login(user)
    address = reverse("account_change_password")
    wrong = client.post(
        address, {"oldpassword": "sai", "password1": "đồng lúa xanh 25", "password2": "đồng lúa xanh 25"}
    )
    assert "Mật khẩu hiện tại không đúng." in wrong.content.decode()
    differing = client.post(address, {"oldpassword": PASSWORD, "password1": "đồng lúa xanh 25", "password2": "khác"})
    assert "Hai lần nhập mật khẩu mới không giống nhau." in differing.content.decode()
    short = client.post(address, {"oldpassword": PASSWORD, "password1": "ngắn", "password2": "ngắn"})
    assert "10" in short.content.decode()
    client.post(address, {"oldpassword": PASSWORD, "password1": "đồng lúa xanh 25", "password2": "đồng lúa xanh 25"})
    user.refresh_from_db()
    assert user.check_password("đồng lúa xanh 25")
    assert client.get(address).status_code == 200
