"""The screens: who reads, who changes, what a refusal looks like."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import Event
from lienthong.organisations.actions.add_committee_member import add_committee_member
from lienthong.organisations.actions.grant_signing import grant_signing
from lienthong.organisations.models import Body, CommitteeMember, Group, Position, Role, SigningAuthority, User, today
from lienthong.organisations.tests.factories import (
    BodyFactory,
    Cast,
    PositionFactory,
    UserFactory,
    cast,
    make_group,
    sign_in,
)

pytestmark = pytest.mark.django_db

ROLES = ["clerk", "leader", "coordinator", "unit_head", "member", "reader", "hamlet_head", "administrator"]


@pytest.fixture
def commune() -> Cast:
    return cast()


@pytest.fixture
def committee(commune: Cast) -> Body:
    body = BodyFactory(name="Ban Chỉ đạo chuyển đổi số", kind=Body.Kind.COMMITTEE, parent=commune.office)
    add_committee_member(commune.administrator, body, commune.other_head.position, duty="Thành viên")
    return body


def text(answer: object) -> str:
    return answer.content.decode()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("role", ROLES)
def test_everyone_in_a_position_reads(client: Client, commune: Cast, committee: Body, role: str) -> None:
    group = make_group(commune.office, "Các thôn", *commune.hamlets)
    grant_signing(commune.administrator, commune.leader.position, body=commune.office, form=SigningAuthority.Form.TM)
    sign_in(client, getattr(commune, role))
    tree = client.get(reverse("organisations:bodies"))
    assert "Thôn 3" in text(tree)
    assert "Ủy ban nhân dân tỉnh Minh Giang" in text(tree)
    body = client.get(reverse("organisations:body", args=[committee.pk]))
    assert "Nguyễn Văn E, Trưởng phòng" in text(body)
    office = client.get(reverse("organisations:body", args=[commune.office.pk]))
    assert "TM." in text(office)
    assert ("Thêm người" in text(office)) == (role == "administrator")
    assert "Thôn 2" in text(client.get(reverse("organisations:group", args=[group.pk])))
    assert "Các thôn" in text(client.get(reverse("organisations:groups")))
    assert "Nguyễn Văn B, Chủ tịch" in text(client.get(reverse("organisations:signing")))
    assert "Chủ tịch" in text(client.get(reverse("organisations:user", args=[commune.leader.user.pk])))
    assert client.get(reverse("organisations:my_record")).status_code == 200
    assert client.get(reverse("organisations:import_template")).content.startswith(b"PK")


def change_pages(commune: Cast, committee: Body) -> list[str]:
    authority = grant_signing(commune.administrator, commune.leader.position, body=commune.office, form="TM.")
    office, culture = commune.office.pk, commune.culture.pk
    return [
        reverse("organisations:add_body", args=[office]),
        reverse("organisations:edit_body", args=[culture]),
        reverse("organisations:close_body", args=[culture]),
        reverse("organisations:add_user", args=[culture]),
        reverse("organisations:add_committee_member", args=[committee.pk]),
        reverse("organisations:end_committee_member", args=[CommitteeMember.objects.get().pk]),
        reverse("organisations:add_position", args=[commune.member.user.pk]),
        reverse("organisations:end_position", args=[commune.member.position.pk]),
        reverse("organisations:grant_signing", args=[commune.leader.position.pk]),
        reverse("organisations:end_signing", args=[authority.pk]),
        reverse("organisations:add_group"),
        reverse("organisations:import"),
    ]


def test_only_an_administrator_opens_what_changes(client: Client, commune: Cast, committee: Body) -> None:
    pages = change_pages(commune, committee)
    for page in pages:
        assert client.get(page).status_code == 302
        assert client.get(page).url.startswith(reverse("account_login"))
    sign_in(client, commune.administrator)
    for page in pages:
        assert client.get(page).status_code == 200, page
    sign_in(client, commune.member)
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 404, page
        assert "Chỉ quản trị" in text(answer)
    assert client.get(reverse("organisations:corrections")).status_code == 404


def test_someone_without_a_position_finds_nothing(client: Client, commune: Cast) -> None:
    ended = PositionFactory(body=commune.office, valid_to=date(2020, 1, 1))
    client.force_login(ended.user)
    assert client.get(reverse("organisations:body", args=[commune.office.pk])).status_code == 404
    assert client.get(reverse("organisations:user", args=[ended.user.pk])).status_code == 404
    assert "chưa giữ chức vụ nào" in text(client.get(reverse("organisations:bodies")))


def test_search_finds_names_without_marks(client: Client, commune: Cast) -> None:
    sign_in(client, commune.reader)
    found = client.get(reverse("organisations:bodies"), {"q": "van hoa"})
    assert found.context["found"] == [commune.culture]
    assert "Không có tổ chức nào tên" in text(client.get(reverse("organisations:bodies"), {"q": "xyz"}))


def test_a_unit_is_added_changed_and_closed_on_the_screens(client: Client, commune: Cast) -> None:
    sign_in(client, commune.administrator)
    add = reverse("organisations:add_body", args=[commune.office.pk])
    given = {"name": "Trạm Y tế", "kind": "service", "level": "commune", "other_names": "TYT\nTrạm Y tế Minh Hòa"}
    assert client.post(add, given).status_code == 302
    body = Body.objects.get(name="Trạm Y tế")
    assert {alias.name for alias in body.names.all()} == {"TYT", "Trạm Y tế Minh Hòa"}
    again = client.post(add, given)
    assert "Đã có “Trạm Y tế” ở chỗ này." in text(again)
    assert "TYT" in text(again)
    edit = reverse("organisations:edit_body", args=[body.pk])
    client.post(edit, {**given, "parent": commune.culture.pk, "short_name": "TYT"})
    body.refresh_from_db()
    assert (body.parent, body.short_name) == (commune.culture, "TYT")
    close = reverse("organisations:close_body", args=[body.pk])
    client.post(close, {"day": "30/06/2025", "successors": [commune.economy.pk]})
    body.refresh_from_db()
    assert f"{body.valid_to}" == "2025-06-30"
    page = text(client.get(reverse("organisations:body", args=[body.pk])))
    assert "đến 30/06/2025" in page
    assert "Phòng Kinh tế" in page
    assert "kết thúc hoạt động của Trạm Y tế" in page


def test_the_one_time_password_is_shown_once_and_changed_at_once(client: Client, commune: Cast) -> None:
    sign_in(client, commune.administrator)
    given = {"full_name": "Nguyễn Văn A", "username": "can.bo.moi", "title": "Chuyên viên", "role": "member"}
    shown = client.post(reverse("organisations:add_user", args=[commune.culture.pk]), given)
    password = shown.context["password"]
    assert password in text(shown)
    assert "no-cache" in shown["Cache-Control"]
    again = client.post(reverse("organisations:add_user", args=[commune.culture.pk]), given)
    assert "Tên đăng nhập này đã có người dùng." in text(again)

    other = Client()
    other.post(reverse("account_login"), {"login": "can.bo.moi", "password": password})
    change = reverse("account_change_password")
    stopped = other.get(reverse("organisations:bodies"))
    assert (stopped.status_code, stopped.url) == (302, change)
    assert "chỉ dùng một lần" in text(other.get(change))
    new = {"oldpassword": password, "password1": "đồng lúa xanh 25", "password2": "đồng lúa xanh 25"}
    assert other.post(change, new).url == reverse("workspace:home")
    assert other.get(reverse("organisations:bodies")).status_code == 200
    assert User.objects.get(username="can.bo.moi").check_password("đồng lúa xanh 25")


def test_a_forgotten_password_is_reset_by_the_administrator(client: Client, commune: Cast) -> None:
    address = reverse("organisations:reset_password", args=[commune.member.user.pk])
    sign_in(client, commune.member)
    assert client.post(address).status_code == 404
    sign_in(client, commune.administrator)
    assert client.get(address).status_code == 405
    password = client.post(address).context["password"]
    assert User.objects.get(pk=commune.member.user.pk).check_password(password)


def test_positions_and_signing_on_the_screens(client: Client, commune: Cast) -> None:
    sign_in(client, commune.administrator)
    person = commune.member.user
    given = {"body": commune.economy.pk, "title": "Phó Trưởng phòng", "role": "unit_head", "valid_from": "2025-01-01"}
    client.post(reverse("organisations:add_position", args=[person.pk]), given)
    position = person.positions.get(title="Phó Trưởng phòng")
    twice = client.post(reverse("organisations:add_position", args=[person.pk]), given)
    assert "đang giữ đúng chức vụ ấy" in text(twice)
    grant = reverse("organisations:grant_signing", args=[position.pk])
    open_mandate = client.post(grant, {"body": commune.office.pk, "form": "TUQ."})
    assert "cần số và ngày của văn bản ủy quyền" in text(open_mandate)
    client.post(grant, {"body": commune.economy.pk, "form": "KT."})
    assert position.signing.get().form == "KT."
    client.post(reverse("organisations:end_signing", args=[position.signing.get().pk]), {"day": "2025-12-31"})
    assert f"{position.signing.get().valid_to}" == "2025-12-31"
    too_early = client.post(reverse("organisations:end_position", args=[position.pk]), {"day": "2024-01-01"})
    assert "Ngày kết thúc phải sau ngày bắt đầu." in text(too_early)
    client.post(reverse("organisations:end_position", args=[position.pk]), {"day": "2025-06-30"})
    assert not person.positions.valid_now().filter(pk=position.pk).exists()


def test_one_with_several_positions_chooses_in_which_he_acts(client: Client, commune: Cast) -> None:
    second = PositionFactory(
        user=commune.member.user, body=commune.office, title="Cán bộ tổng hợp", role=Role.COORDINATOR
    )
    sign_in(client, commune.member)
    address = reverse("organisations:choose_position")
    assert client.post(address, {"position": commune.leader.position.pk}).status_code == 404
    assert client.post(address, {"position": "x"}).status_code == 404
    assert client.post(reverse("organisations:add_group"), {"name": "Nhóm thử"}).status_code == 404
    assert client.post(address, {"position": second.pk}).url == reverse("workspace:home")
    client.post(reverse("organisations:add_group"), {"name": "Nhóm thử"})
    event = Event.objects.get()
    assert event.actor == f"organisations.position:{second.pk}"
    assert event.actor_label == "Nguyễn Văn Đ, Cán bộ tổng hợp"


def test_a_group_of_another_office_is_not_found(client: Client, commune: Cast) -> None:
    theirs = make_group(commune.province, "Nhóm của tỉnh", commune.office)
    sign_in(client, commune.administrator)
    assert client.get(reverse("organisations:group", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("organisations:choose_members", args=[theirs.pk]), {}).status_code == 404


def test_members_of_a_group_are_chosen_on_the_screen(client: Client, commune: Cast) -> None:
    sign_in(client, commune.coordinator)
    client.post(reverse("organisations:add_group"), {"name": "Trưởng các thôn"})
    group = Group.objects.get()
    address = reverse("organisations:choose_members", args=[group.pk])
    client.post(address, {"bodies": [hamlet.pk for hamlet in commune.hamlets], "day": "2025-07-01"})
    assert len(group.members_on(today())) == 3
    assert client.get(address).content.decode().count("checked") == 3


def test_what_is_recorded_under_my_name_and_its_correction(client: Client, commune: Cast) -> None:
    sign_in(client, commune.coordinator)
    client.post(reverse("organisations:add_group"), {"name": "Nhóm sai tên"})
    event = Event.objects.get()
    assert "Nhóm sai tên" in text(client.get(reverse("organisations:my_record")))
    ask = reverse("organisations:ask_correction", args=[event.pk])
    sign_in(client, commune.clerk)
    assert "Nhóm sai tên" not in text(client.get(reverse("organisations:my_record")))
    assert client.post(ask, {"note": "…"}).status_code == 404
    sign_in(client, commune.coordinator)
    client.post(ask, {"note": ""})
    assert Event.objects.count() == 1
    client.post(ask, {"note": "Tên đúng là Nhóm thôn"})
    sign_in(client, commune.administrator)
    page = client.get(reverse("organisations:corrections"))
    assert "Tên đúng là Nhóm thôn" in text(page)
    [asked] = page.context["requests"]
    client.post(reverse("organisations:answer_correction", args=[asked.pk]), {"note": "Đã đổi tên"})
    assert "Không có đề nghị nào đang chờ" in text(client.get(reverse("organisations:corrections")))
    sign_in(client, commune.coordinator)
    group = Group.objects.get()
    assert "Đã đổi tên" in text(client.get(reverse("organisations:group", args=[group.pk])))


def test_a_user_who_holds_nothing_yet_is_no_ones_to_look_into(client: Client, commune: Cast) -> None:
    stranger = UserFactory()
    sign_in(client, commune.unit_head)
    page = client.get(reverse("organisations:user", args=[stranger.pk]))
    assert "không giữ chức vụ nào" in text(page)
    assert "Đặt lại mật khẩu" not in text(page)
    assert Position.objects.filter(user=stranger).count() == 0
