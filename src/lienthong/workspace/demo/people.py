"""The made-up province and commune, and one account for each role."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password

from lienthong.organisations.service import (
    OPERATOR,
    Actor,
    Body,
    Group,
    OneTimePassword,
    Position,
    Role,
    SigningAuthority,
    User,
    actor_for,
    add_body,
    add_group,
    add_position,
    add_user,
    choose_members,
    give_supervision,
    grant_signing,
)
from lienthong.workspace.demo.clock import on

PASSWORD = "minh-hoa-2026"  # noqa: S105 - printed for whoever tries the demonstration on his own machine
OFFICE = "Ủy ban nhân dân xã Minh Hòa"

_KIND, _LEVEL = Body.Kind, Body.Level
#: Beside the two offices: name, short name, kind, symbol, other printed names.
BELOW_PROVINCE = (
    ("Sở Nội vụ", "", _KIND.STATE, "SNV", ()),
    ("Sở Khoa học và Công nghệ", "Sở KH&CN", _KIND.STATE, "SKHCN", ()),
    ("Sở Văn hóa, Thể thao và Du lịch", "Sở VHTTDL", _KIND.STATE, "SVHTTDL", ()),
    ("Sở Tài chính", "", _KIND.STATE, "STC", ()),
)
UNITS = (
    ("Văn phòng HĐND và UBND xã", "Văn phòng", _KIND.UNIT, "VP", ()),
    ("Phòng Văn hóa - Xã hội", "Phòng VH-XH", _KIND.UNIT, "VHXH", ()),
    ("Phòng Kinh tế", "", _KIND.UNIT, "KT", ()),
    ("Trung tâm Phục vụ hành chính công xã", "Trung tâm PVHCC", _KIND.UNIT, "TTPVHCC", ()),
    ("Trung tâm Dịch vụ sự nghiệp công", "Trung tâm DVSNC", _KIND.SERVICE, "TTDVSNC", ("Trung tâm Dịch vụ SNC",)),
    ("Công an xã", "", _KIND.STATE, "CAX", ()),
    ("Ủy ban MTTQ Việt Nam xã", "MTTQ xã", _KIND.FRONT, "MTTQ", ()),
    ("Đoàn TNCS Hồ Chí Minh xã", "Đoàn xã", _KIND.FRONT, "ĐTN", ()),
    ("Hội Liên hiệp Phụ nữ xã", "Hội LHPN xã", _KIND.FRONT, "HLHPN", ()),
    ("Hội Cựu chiến binh xã", "Hội CCB xã", _KIND.FRONT, "HCCB", ()),
)
HAMLETS = ("Thôn 1", "Thôn 2", "Thôn 3")
#: Named groups and their members.
GROUPS = {
    "Trưởng các thôn": HAMLETS,
    "Các phòng, đơn vị thuộc UBND xã": tuple(unit[0] for unit in UNITS[:5]),
    "Các cơ quan, đơn vị liên quan": tuple(unit[0] for unit in UNITS[:6]),
    "Các tổ chức chính trị - xã hội": tuple(unit[0] for unit in UNITS[7:10]),
}


@dataclass(frozen=True, slots=True)
class Account:
    """``body`` by name; ``tries`` says what the account is for, in a few words."""

    username: str
    full_name: str
    body: str
    title: str
    role: Role
    tries: str


PROVINCE = "Ủy ban nhân dân tỉnh Minh Giang"
ACCOUNTS = (
    Account("vanthu", "Nguyễn Văn A", OFFICE, "Văn thư", Role.CLERK, "nhận và đăng ký văn bản"),
    Account("lanhdao", "Nguyễn Văn B", OFFICE, "Chủ tịch", Role.LEADER, "cho ý kiến, đôn đốc, xác nhận"),
    Account(
        "dieuphoi", "Nguyễn Văn C", "Phòng Văn hóa - Xã hội", "Chuyên viên tổng hợp", Role.COORDINATOR,
        "duyệt nội dung đã đọc, theo dõi kế hoạch, lập báo cáo",
    ),
    Account(
        "truongphong", "Nguyễn Văn D", "Phòng Văn hóa - Xã hội", "Trưởng phòng", Role.UNIT_HEAD,
        "tiếp nhận, phân công trong phòng",
    ),
    Account(
        "chuyenvien", "Nguyễn Văn Đ", "Phòng Văn hóa - Xã hội", "Chuyên viên", Role.MEMBER,
        "làm, báo tiến độ, gửi minh chứng",
    ),
    Account(
        "trungtam", "Nguyễn Văn E", "Trung tâm Dịch vụ sự nghiệp công", "Giám đốc", Role.UNIT_HEAD,
        "làm bản tin truyền thanh theo kỳ",
    ),
    Account("congan", "Nguyễn Văn G", "Công an xã", "Trưởng Công an xã", Role.UNIT_HEAD, "đơn vị phối hợp"),
    Account("truongthon", "Nguyễn Văn H", "Thôn 1", "Trưởng thôn", Role.HAMLET_HEAD, "làm việc trên điện thoại"),
    Account("giamsat", "Nguyễn Văn I", OFFICE, "Ban Thanh tra nhân dân", Role.SUPERVISOR, "xem, hỏi, không sửa"),
    Account("nguoidoc", "Nguyễn Văn K", OFFICE, "Chuyên viên Văn phòng", Role.READER, "đọc văn bản, kế hoạch"),
    Account("quantri", "Nguyễn Văn L", OFFICE, "Quản trị hệ thống", Role.ADMINISTRATOR, "tổ chức, tài khoản"),
    Account("tinh", "Nguyễn Văn M", PROVINCE, "Chuyên viên Văn phòng", Role.SUPERVISOR, "cấp trên xem và hỏi cấp dưới"),
)  # fmt: skip


def office() -> Body | None:
    """The commune of the demonstration, if it is there already."""
    return Body.objects.filter(name=OFFICE, is_office=True).first()


def actor(username: str) -> Actor:
    return actor_for(User.objects.get(username=username))


def body(name: str) -> Body:
    """A body of the commune or the province by its name."""
    return Body.objects.get(name=name)


def people() -> Body:
    """Make bodies, groups, accounts and signing authorities; returns the commune's office."""
    province = add_body(
        OPERATOR, parent=None, name=PROVINCE, short_name="UBND tỉnh Minh Giang", kind=_KIND.STATE,
        level=_LEVEL.PROVINCE, is_office=True, symbol="UBND", place="Minh Giang",
    )  # fmt: skip
    _add_all(province, _LEVEL.PROVINCE, BELOW_PROVINCE)
    commune = add_body(
        OPERATOR, parent=province, name=OFFICE, short_name="UBND xã Minh Hòa", kind=_KIND.STATE, level=_LEVEL.COMMUNE,
        is_office=True, symbol="UBND", place="Minh Hòa",
    )  # fmt: skip
    _add_all(commune, _LEVEL.COMMUNE, UNITS)
    _add_all(commune, _LEVEL.HAMLET, [(name, "", _KIND.HAMLET, "", ()) for name in HAMLETS])
    for name, members in GROUPS.items():
        group: Group = add_group(OPERATOR, office=commune, name=name)
        choose_members(OPERATOR, group, [body(member) for member in members], day=on("1/1/2026"))
    _accounts()
    return commune


def _add_all(parent: Body, level: str, rows: object) -> None:
    for name, short, kind, symbol, others in rows:  # type: ignore[attr-defined]
        add_body(
            OPERATOR, parent=parent, name=name, short_name=short, kind=kind, level=level, symbol=symbol,
            other_names=others,
        )  # fmt: skip


def _accounts() -> None:
    password = OneTimePassword(PASSWORD, make_password(PASSWORD))
    positions: dict[str, Position] = {}
    for account in ACCOUNTS:
        user, _plain = add_user(
            OPERATOR, body=body(account.body), username=account.username, full_name=account.full_name,
            title=account.title, role=account.role, valid_from=on("1/1/2026"), password=password,
        )  # fmt: skip
        # Everyone knows this password anyway; being made to change it would only stop whoever looks around.
        user.password_is_temporary = False
        user.save(update_fields=["password_is_temporary"])
        positions[account.username] = user.positions.get()
    # Someone with two positions chooses in which one he acts.
    add_position(
        OPERATOR, positions["congan"].user, body=body("Thôn 2"), title="Tuyên truyền viên", role=Role.COMMUNICATOR,
        valid_from=on("1/1/2026"),
    )  # fmt: skip
    basis = "Quyền giám sát theo luật của cơ quan"
    for username in ("giamsat", "tinh"):
        give_supervision(
            OPERATOR, positions[username], body=body(OFFICE), basis=basis, valid_from=on("1/1/2026")
        )  # fmt: skip
    form = SigningAuthority.Form
    grant_signing(OPERATOR, positions["lanhdao"], body=body(OFFICE), form=form.TM, valid_from=on("1/1/2026"))
    grant_signing(OPERATOR, positions["truongphong"], body=body(OFFICE), form=form.TL, valid_from=on("1/1/2026"))
