"""The made-up cast of tests: one commune of a province, its units and hamlets, and one person for each role."""

from dataclasses import dataclass

import factory
from django.test import Client

from lienthong.organisations.acting import Actor
from lienthong.organisations.middleware import SESSION_KEY
from lienthong.organisations.models import Body, Group, GroupMember, Position, Role, Supervision, User

PASSWORD = "mật khẩu dùng để thử"


class BodyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Body

    name = factory.Sequence(lambda n: f"Phòng thử {n}")
    kind = Body.Kind.UNIT
    level = Body.Level.COMMUNE


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"can.bo.{n}")
    full_name = "Nguyễn Văn A"
    password = factory.django.Password(PASSWORD)


class PositionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Position

    user = factory.SubFactory(UserFactory)
    body = factory.SubFactory(BodyFactory)
    title = "Chuyên viên"
    role = Role.MEMBER


class GroupFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Group

    name = factory.Sequence(lambda n: f"Nhóm thử {n}")


def make_group(office: Body, name: str, *bodies: Body) -> Group:
    """A group of ``office`` whose members are ``bodies``, without dates."""
    group = GroupFactory(office=office, name=name)
    for body in bodies:
        GroupMember.objects.create(group=group, body=body)
    return group


def make_actor(body: Body, title: str, role: Role, *, name: str = "Nguyễn Văn A") -> Actor:
    """A new user with one position in ``body``."""
    position = PositionFactory(user__full_name=name, body=body, title=title, role=role)
    return Actor(position.user, position)


def sign_in(client: Client, actor: Actor) -> Client:
    """``client`` signed in as ``actor``, acting in that position."""
    client.force_login(actor.user)
    session = client.session
    session[SESSION_KEY] = actor.position.pk if actor.position else None
    session.save()
    return client


@dataclass(frozen=True)
class Cast:
    """Bodies, then actors. The supervisor sits in the province's office and was given it with all below it."""

    province: Body
    office: Body
    culture: Body
    economy: Body
    service_centre: Body
    police: Body
    hamlets: tuple[Body, Body, Body]

    clerk: Actor
    leader: Actor
    coordinator: Actor
    unit_head: Actor
    member: Actor
    other_head: Actor
    hamlet_head: Actor
    reader: Actor
    supervisor: Actor
    administrator: Actor


def cast() -> Cast:
    """A fresh commune; calling it again makes another one of the same names."""
    kind, level = Body.Kind, Body.Level
    province = BodyFactory(
        name="Ủy ban nhân dân tỉnh Minh Giang", short_name="UBND tỉnh Minh Giang", kind=kind.STATE,
        level=level.PROVINCE, is_office=True, symbol="UBND", place="Minh Giang",
    )  # fmt: skip
    office = BodyFactory(
        name="Ủy ban nhân dân xã Minh Hòa", short_name="UBND xã Minh Hòa", kind=kind.STATE,
        parent=province, is_office=True, symbol="UBND", place="Minh Hòa",
    )  # fmt: skip
    culture = BodyFactory(name="Phòng Văn hóa - Xã hội", short_name="Phòng VH-XH", symbol="VHXH", parent=office)
    economy = BodyFactory(name="Phòng Kinh tế", symbol="KT", parent=office)
    hamlets = [BodyFactory(name=f"Thôn {n}", kind=kind.HAMLET, level=level.HAMLET, parent=office) for n in (1, 2, 3)]
    supervisor = make_actor(province, "Chuyên viên giám sát", Role.SUPERVISOR, name="Nguyễn Văn I")
    Supervision.objects.create(position=supervisor.position, body=province, basis="Kế hoạch giám sát năm")
    return Cast(
        province=province,
        office=office,
        culture=culture,
        economy=economy,
        service_centre=BodyFactory(
            name="Trung tâm Dịch vụ sự nghiệp công", short_name="Trung tâm DVSNC", kind=kind.SERVICE, parent=office
        ),
        police=BodyFactory(name="Công an xã", kind=kind.STATE, parent=office),
        hamlets=(hamlets[0], hamlets[1], hamlets[2]),
        clerk=make_actor(office, "Văn thư", Role.CLERK, name="Nguyễn Văn A"),
        leader=make_actor(office, "Chủ tịch", Role.LEADER, name="Nguyễn Văn B"),
        coordinator=make_actor(culture, "Chuyên viên tổng hợp", Role.COORDINATOR, name="Nguyễn Văn C"),
        unit_head=make_actor(culture, "Trưởng phòng", Role.UNIT_HEAD, name="Nguyễn Văn D"),
        member=make_actor(culture, "Chuyên viên", Role.MEMBER, name="Nguyễn Văn Đ"),
        other_head=make_actor(economy, "Trưởng phòng", Role.UNIT_HEAD, name="Nguyễn Văn E"),
        hamlet_head=make_actor(hamlets[0], "Trưởng thôn", Role.HAMLET_HEAD, name="Nguyễn Văn G"),
        reader=make_actor(office, "Chuyên viên Văn phòng", Role.READER, name="Nguyễn Văn H"),
        supervisor=supervisor,
        administrator=make_actor(office, "Quản trị hệ thống", Role.ADMINISTRATOR, name="Nguyễn Văn K"),
    )
