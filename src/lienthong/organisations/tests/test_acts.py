"""The acts of organisations: allowed, refused, and the event that each leaves."""

from datetime import date, timedelta

import pytest

from lienthong.audit.service import Event, history_of
from lienthong.core import public
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations import events
from lienthong.organisations.acting import OPERATOR, actor_for
from lienthong.organisations.actions.add_body import add_body
from lienthong.organisations.actions.add_committee_member import add_committee_member
from lienthong.organisations.actions.add_group import add_group
from lienthong.organisations.actions.add_position import add_position
from lienthong.organisations.actions.add_user import add_user
from lienthong.organisations.actions.answer_correction import answer_correction
from lienthong.organisations.actions.ask_correction import ask_correction
from lienthong.organisations.actions.change_body import change_body
from lienthong.organisations.actions.choose_members import choose_members
from lienthong.organisations.actions.close_body import close_body
from lienthong.organisations.actions.end_committee_member import end_committee_member
from lienthong.organisations.actions.end_position import end_position
from lienthong.organisations.actions.end_signing import end_signing
from lienthong.organisations.actions.grant_signing import grant_signing
from lienthong.organisations.actions.name_body import name_body
from lienthong.organisations.actions.reset_password import reset_password
from lienthong.organisations.lookup import may_sign, positions_with, unit_of
from lienthong.organisations.models import Body, Group, Position, Role, SigningAuthority, User, today
from lienthong.organisations.permissions import abilities_for, registered_models
from lienthong.organisations.records import open_corrections
from lienthong.organisations.tests.factories import BodyFactory, Cast, PositionFactory, cast, make_actor, make_group

pytestmark = pytest.mark.django_db
Form = SigningAuthority.Form
DAY = date(2025, 9, 1)


@pytest.fixture
def commune() -> Cast:
    return cast()


def last_sentence() -> str:
    event = Event.objects.last()
    assert event is not None
    return event.sentence


def test_an_administrator_adds_a_unit_below_his_office(commune: Cast) -> None:
    body = add_body(commune.administrator, parent=commune.office, name="Trạm  Y tế", kind="service", level="commune")
    assert (body.name, body.office) == ("Trạm Y tế", commune.office)
    assert last_sentence() == (
        "Nguyễn Văn K, Quản trị hệ thống: thêm Trạm Y tế vào cây tổ chức, thuộc Ủy ban nhân dân xã Minh Hòa."
    )


@pytest.mark.parametrize("role", ["clerk", "leader", "coordinator", "unit_head", "member", "reader", "supervisor"])
def test_others_change_nothing_in_the_tree(commune: Cast, role: str) -> None:
    actor = getattr(commune, role)
    with pytest.raises(NotAllowed):
        add_body(actor, parent=commune.office, name="Trạm Y tế", kind="service", level="commune")
    with pytest.raises(NotAllowed):
        change_body(actor, commune.culture, name="Phòng khác")
    with pytest.raises(NotAllowed):
        add_user(actor, body=commune.office, username="nguoi.moi", full_name="A", title="B", role=Role.ADMINISTRATOR)
    assert not Event.objects.exists()


def test_an_administrator_writes_down_agencies_above_but_does_not_staff_them(commune: Cast) -> None:
    agency = add_body(
        commune.administrator, parent=commune.province, name="Sở Nội vụ", kind="state", level="province", is_office=True
    )
    change_body(commune.administrator, agency, short_name="Sở NV")
    with pytest.raises(NotAllowed):
        add_user(commune.administrator, body=agency, username="nguoi.moi", full_name="A", title="B", role=Role.CLERK)
    # The province's office has people of its own: it looks after itself.
    with pytest.raises(NotAllowed):
        change_body(commune.administrator, commune.province, name="Tên khác")
    with pytest.raises(NotAllowed):
        add_position(
            commune.administrator, commune.administrator.user, body=commune.province, title="X", role=Role.LEADER
        )


@pytest.mark.parametrize("role", ["clerk", "coordinator", "administrator"])
def test_who_reviews_documents_writes_down_a_body_they_name(commune: Cast, role: str) -> None:
    actor = getattr(commune, role)
    unit = name_body(actor, parent=commune.office, name="Trung tâm  Dịch vụ", kind="service", level="commune")
    agency = name_body(actor, parent=commune.province, name="Sở Nội vụ", kind="state", level="province")
    assert (unit.name, unit.office, unit.is_office) == ("Trung tâm Dịch vụ", commune.office, False)
    assert agency.parent == commune.province
    with pytest.raises(Refused, match="Đã có"):
        name_body(actor, parent=commune.office, name="trung tâm dịch vụ", kind="service", level="commune")


@pytest.mark.parametrize("role", ["leader", "unit_head", "member", "reader", "supervisor"])
def test_others_write_down_no_body(commune: Cast, role: str) -> None:
    with pytest.raises(NotAllowed):
        name_body(getattr(commune, role), parent=commune.office, name="Trạm Y tế", kind="service", level="commune")


def test_a_body_is_not_written_into_the_tree_of_another_office(commune: Cast) -> None:
    beside = BodyFactory(name="Ủy ban nhân dân xã Bên", parent=commune.province, is_office=True)
    with pytest.raises(NotAllowed):
        name_body(commune.clerk, parent=beside, name="Trạm Y tế", kind="service", level="commune")


def test_the_same_name_twice_in_one_place_is_refused(commune: Cast) -> None:
    with pytest.raises(Refused, match="Đã có"):
        add_body(
            commune.administrator, parent=commune.office, name="Phòng Văn hoá – Xã hội", kind="unit", level="commune"
        )


def test_moving_a_unit_moves_everything_below_it(commune: Cast) -> None:
    team = BodyFactory(name="Tổ truyền thông", parent=commune.culture)
    other = BodyFactory(name="Cơ quan khác", parent=commune.office, is_office=True)
    change_body(commune.administrator, commune.culture, parent=other)
    team.refresh_from_db()
    assert team.path.startswith(other.path)
    assert team.office == other
    assert last_sentence().endswith("sửa thông tin của Phòng Văn hóa - Xã hội: thuộc.")
    with pytest.raises(Refused, match="chính nó"):
        change_body(commune.administrator, other, parent=team)


def test_a_change_of_nothing_leaves_no_event(commune: Cast) -> None:
    change_body(commune.administrator, commune.economy, name=commune.economy.name)
    assert not Event.objects.exists()
    change_body(commune.administrator, commune.economy, symbol="KTế", other_names=("Phòng Kinh tế - Hạ tầng",))
    assert last_sentence().endswith("sửa thông tin của Phòng Kinh tế: ký hiệu, tên gọi khác.")


def test_a_body_is_closed_when_nobody_is_left_in_it(commune: Cast) -> None:
    with pytest.raises(Refused, match="Còn 1 chức vụ"):
        close_body(commune.administrator, commune.economy, day=today())
    end_position(commune.administrator, commune.other_head.position, day=today())
    closed = close_body(commune.administrator, commune.economy, day=today(), successors=[commune.culture])
    assert closed.valid_to == today()
    assert list(commune.culture.predecessors.all()) == [commune.economy]
    assert "tiếp nhận: Phòng Văn hóa - Xã hội" in last_sentence()


def test_members_of_a_group_are_dated(commune: Cast) -> None:
    group = add_group(commune.coordinator, office=commune.office, name="Trưởng các khu dân cư")
    first, second, third = commune.hamlets
    choose_members(commune.coordinator, group, [first, second], day=DAY)
    choose_members(commune.coordinator, group, [second, third], day=DAY + timedelta(days=10))
    assert set(group.members_on(DAY)) == {first, second}
    assert set(group.members_on(DAY + timedelta(days=9))) == {first, second}
    assert set(group.members_on(DAY + timedelta(days=10))) == {second, third}
    assert last_sentence().endswith("từ ngày 11/09/2025: Thôn 2, Thôn 3.")
    with pytest.raises(Refused, match="Đã có nhóm"):
        add_group(commune.clerk, office=commune.office, name="trưởng các khu dân cư")
    with pytest.raises(NotAllowed):
        choose_members(commune.member, group, [first], day=DAY)


def test_a_new_user_gets_a_password_that_must_be_changed(commune: Cast) -> None:
    user, password = add_user(
        commune.administrator,
        body=commune.police,
        username="Can.Bo",
        full_name="Nguyễn  Văn A",
        title="Cán bộ",
        role=Role.MEMBER,
    )
    assert user.username == "can.bo"
    assert user.check_password(password)
    assert user.password_is_temporary
    assert actor_for(user).body == commune.police
    assert [event.kind for event in Event.objects.all()] == [events.USER_ADDED.code, events.POSITION_ADDED.code]
    assert password not in "".join(str(event.data) for event in Event.objects.all())
    with pytest.raises(Refused, match="đã có người"):
        add_user(
            commune.administrator, body=commune.police, username="can.bo", full_name="B", title="C", role=Role.MEMBER
        )
    with pytest.raises(Refused, match="chữ thường"):
        add_user(
            commune.administrator, body=commune.police, username="cán bộ", full_name="B", title="C", role=Role.MEMBER
        )


def test_a_password_is_reset_by_the_administrator_of_every_office_of_the_person(commune: Cast) -> None:
    password = reset_password(commune.administrator, commune.member.user)
    assert User.objects.get(pk=commune.member.user.pk).check_password(password)
    PositionFactory(user=commune.member.user, body=commune.province)
    with pytest.raises(NotAllowed):
        reset_password(commune.administrator, commune.member.user)
    with pytest.raises(NotAllowed):
        reset_password(commune.leader, commune.clerk.user)


def test_ending_a_position_ends_what_hangs_on_it(commune: Cast) -> None:
    position = commune.leader.position
    grant_signing(commune.administrator, position, body=commune.office, form=Form.DIRECT)
    committee = BodyFactory(name="Ban Chỉ đạo chuyển đổi số", kind=Body.Kind.COMMITTEE, parent=commune.office)
    add_committee_member(commune.administrator, committee, position, duty="Trưởng ban")
    yesterday = today() - timedelta(days=1)
    end_position(commune.administrator, position, day=yesterday)
    assert actor_for(commune.leader.user).position is None
    assert not may_sign(position, commune.office, today())
    assert not committee.committee_members.valid_now().exists()
    assert Position.objects.filter(pk=position.pk).exists()


def test_the_last_administrator_stays(commune: Cast) -> None:
    with pytest.raises(Refused, match="quản trị cuối cùng"):
        end_position(commune.administrator, commune.administrator.position, day=today())
    make_actor(commune.office, "Quản trị hai", Role.ADMINISTRATOR)
    end_position(commune.administrator, commune.administrator.position, day=today())


def test_a_committee_acts_through_its_members_of_several_bodies(commune: Cast) -> None:
    committee = BodyFactory(name="Ban Chỉ đạo chuyển đổi số", kind=Body.Kind.COMMITTEE, parent=commune.office)
    member = add_committee_member(commune.administrator, committee, commune.other_head.position, duty="Thành viên")
    assert committee.pk in actor_for(commune.other_head.user).body_ids
    with pytest.raises(Refused, match="đã là thành viên"):
        add_committee_member(commune.administrator, committee, commune.other_head.position, duty="Thư ký")
    with pytest.raises(Refused, match="Chỉ ban chỉ đạo"):
        add_committee_member(commune.administrator, commune.culture, commune.other_head.position, duty="Thư ký")
    end_committee_member(commune.administrator, member, day=today() - timedelta(days=1))
    assert committee.pk not in actor_for(commune.other_head.user).body_ids


def test_signing_for_a_body(commune: Cast) -> None:
    position = commune.leader.position
    authority = grant_signing(commune.administrator, position, body=commune.office, form=Form.TM, valid_from=DAY)
    assert may_sign(position, commune.office, DAY)
    assert not may_sign(position, commune.office, DAY - timedelta(days=1))
    assert not may_sign(position, commune.office, DAY, form=Form.KT)
    assert not may_sign(position, commune.culture, DAY)
    end_signing(commune.administrator, authority, day=DAY)
    assert may_sign(position, commune.office, DAY)
    assert not may_sign(position, commune.office, DAY + timedelta(days=1))


def test_a_mandate_to_sign_is_written_and_limited(commune: Cast) -> None:
    whole = {
        "mandate_number": "12/QĐ-UBND",
        "mandate_date": DAY,
        "valid_to": DAY + timedelta(days=90),
        "scope": "giấy mời họp",
    }
    for missing in whole:
        given = {name: value for name, value in whole.items() if name != missing}
        with pytest.raises(Refused):
            grant_signing(
                commune.administrator, commune.unit_head.position, body=commune.office, form=Form.TUQ, **given
            )
    grant_signing(commune.administrator, commune.unit_head.position, body=commune.office, form=Form.TUQ, **whole)
    assert may_sign(commune.unit_head.position, commune.office, DAY, form=Form.TUQ)
    assert not may_sign(commune.unit_head.position, commune.office, DAY + timedelta(days=91))


def test_party_forms_are_the_partys(commune: Cast) -> None:
    party = BodyFactory(name="Đảng ủy xã Minh Hòa", kind=Body.Kind.PARTY, is_office=True, parent=commune.office)
    with pytest.raises(Refused, match="của Đảng"):
        grant_signing(commune.administrator, commune.leader.position, body=commune.office, form=Form.PARTY_TM)
    with pytest.raises(Refused, match="của Đảng"):
        grant_signing(commune.administrator, commune.leader.position, body=party, form=Form.TM)
    grant_signing(commune.administrator, commune.leader.position, body=party, form=Form.PARTY_TM)


def test_a_person_asks_for_a_correction_and_gets_an_answer(commune: Cast) -> None:
    event_of_member = choose_and_last(commune)
    with pytest.raises(NotAllowed):
        ask_correction(commune.clerk, event_of_member, note="không phải tôi")
    asked = ask_correction(commune.coordinator, event_of_member, note="Ngày đúng là 2/9")
    assert asked in history_of(Group.objects.get())
    assert open_corrections(commune.administrator) == [asked]
    assert open_corrections(commune.clerk) == []
    with pytest.raises(NotAllowed):
        answer_correction(commune.clerk, asked, note="…")
    answer_correction(commune.administrator, asked, note="Đã chọn lại thành viên")
    assert open_corrections(commune.administrator) == []


def choose_and_last(commune: Cast) -> Event:
    group = add_group(commune.coordinator, office=commune.office, name="Nhóm thử")
    choose_members(commune.coordinator, group, commune.hamlets, day=DAY)
    event = Event.objects.last()
    assert event is not None
    return event


def test_who_holds_a_role_in_an_office(commune: Cast) -> None:
    heads = {position.pk for position in positions_with(commune.office, Role.UNIT_HEAD)}
    assert heads == {commune.unit_head.position.pk, commune.other_head.position.pk}
    # The commune lies below the province, but its people are not the province's.
    assert list(positions_with(commune.province)) == [commune.supervisor.position]
    team = BodyFactory(parent=commune.culture)
    assert unit_of(team) == commune.culture
    assert unit_of(commune.office) == commune.office


def test_who_sees_is_who_has_the_ability_to_see(commune: Cast) -> None:
    make_group(commune.office, "Nhóm xã", commune.culture)
    make_group(commune.province, "Nhóm tỉnh", commune.office)
    nobody = actor_for(PositionFactory(valid_to=date(2020, 1, 1)).user)
    assert nobody.position is None
    cast_actors = [value for value in vars(commune).values() if hasattr(value, "stamp")]
    for model in {Body, Position, Group, User} & set(registered_models()):
        for actor in [*cast_actors, nobody, OPERATOR]:
            visible = set(model.objects.visible_to(actor))
            for thing in model.objects.all():
                assert (thing in visible) == abilities_for(actor, thing).see, (actor, thing)


@pytest.fixture
def told(monkeypatch):
    """The offices whose public side was told of a change."""
    heard = []
    monkeypatch.setattr(public, "_listeners", [heard.append])
    return heard


def test_the_public_side_is_told_of_a_new_name_colour_and_place(commune, told):
    change_body(commune.administrator, commune.office, symbol="UBND")
    assert told == []
    change_body(commune.administrator, commune.office, accent="#7a1f1f")
    assert told == [commune.office.pk]
    change_body(commune.administrator, commune.office, place="Thôn 1")
    assert told == [commune.office.pk] * 2


def test_the_public_side_is_told_of_units_where_they_were_and_where_they_go(commune, told):
    change_body(commune.administrator, commune.culture, short_name="Phòng Văn hóa")
    assert told == [commune.office.pk]
    other = BodyFactory(name="Cơ quan khác", parent=commune.office, is_office=True)
    change_body(commune.administrator, commune.culture, parent=other)
    assert sorted(told[1:]) == sorted([commune.office.pk, other.pk])
    end_position(commune.administrator, commune.other_head.position, day=today())
    close_body(commune.administrator, commune.economy, day=today())
    assert told[3:] == [commune.office.pk]
