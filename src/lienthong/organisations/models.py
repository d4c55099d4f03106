"""Bodies, groups, positions and users: who there is, who belongs where, and who may sign for whom."""

from datetime import date
from typing import ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.text import person_sort_key, search_fold, sort_key
from lienthong.organisations.queries import (
    BodyQuerySet,
    DatedQuerySet,
    GroupQuerySet,
    PositionQuerySet,
    UserQuerySet,
)


class Dated(models.Model):
    """Valid from a day to a day, both included; open where empty."""

    valid_from = models.DateField(_("từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến ngày"), null=True, blank=True)

    class Meta:
        abstract = True

    def valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Body(Dated):
    """An agency, organisation, unit, hamlet or committee; one tree from the centre to the hamlet.

    An *office* keeps its own registers; a unit belongs to the nearest office above it.
    """

    class Kind(models.TextChoices):
        STATE = "state", _("Cơ quan nhà nước")
        PARTY = "party", _("Cơ quan Đảng")
        FRONT = "front", _("Mặt trận, đoàn thể")
        UNIT = "unit", _("Phòng, ban, đơn vị")
        SERVICE = "service", _("Đơn vị sự nghiệp")
        HAMLET = "hamlet", _("Thôn, tổ dân phố, khu dân cư")
        COMMITTEE = "committee", _("Ban Chỉ đạo, tổ công tác")
        OTHER = "other", _("Tổ chức khác")

    class Level(models.TextChoices):
        CENTRE = "centre", _("Trung ương")
        PROVINCE = "province", _("Cấp tỉnh")
        COMMUNE = "commune", _("Cấp xã")
        HAMLET = "hamlet", _("Thôn, khu dân cư")

    name = models.CharField(_("tên"), max_length=200)
    short_name = models.CharField(_("tên gọn"), max_length=80, blank=True)
    official_id = models.CharField(_("mã định danh"), max_length=50, blank=True, db_index=True)
    kind = models.CharField(_("loại"), max_length=12, choices=Kind)
    level = models.CharField(_("cấp"), max_length=10, choices=Level)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("thuộc")
    )
    is_office = models.BooleanField(_("có sổ văn bản riêng"), default=False)
    symbol = models.CharField(_("ký hiệu"), max_length=30, blank=True, help_text=_("phần sau gạch nối: UBND, ĐU, VHXH"))
    place = models.CharField(_("địa danh"), max_length=80, blank=True)
    accent = models.CharField(_("màu"), max_length=7, blank=True)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors", blank=True)
    # The nearest body, from itself upward, that keeps registers; kept by ``save``.
    office = models.ForeignKey("self", models.PROTECT, null=True, related_name="bodies", editable=False)
    # "/1/4/9/": ancestors and itself, so that a whole branch is one prefix query on both databases.
    path = models.CharField(max_length=250, db_index=True, editable=False)
    sort = models.CharField(max_length=500, editable=False)

    objects = BodyQuerySet.as_manager()

    class Meta:
        ordering = ["sort"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.short_name or self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort = sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
        self._place()

    def _place(self) -> None:
        """Keep ``path`` and ``office`` of this body and of everything below it."""
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        office_id = self.pk if self.is_office else self.parent.office_id if self.parent else None
        if (path, office_id) == (self.path, self.office_id):
            return
        self.path, self.office_id = path, office_id
        Body.objects.filter(pk=self.pk).update(path=path, office_id=office_id)
        for child in self.children.all():
            child.parent = self
            child._place()

    @property
    def ancestor_ids(self) -> list[int]:
        """From the root to itself."""
        return [int(part) for part in self.path.split("/") if part]


class BodyName(models.Model):
    """A name under which documents print a body ("P. VHXH"); ``folded`` is what is compared."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "folded"], name="organisations_bodyname_once")]

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = search_fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Group(models.Model):
    """A named group ("các cơ quan, đơn vị liên quan", "Trưởng các khu dân cư") of one office; members are dated."""

    office = models.ForeignKey(Body, models.CASCADE, related_name="groups")
    name = models.CharField(_("tên nhóm"), max_length=200)
    folded = models.CharField(max_length=200, db_index=True, editable=False)
    sort = models.CharField(max_length=500, editable=False)
    bodies = models.ManyToManyField(Body, through="GroupMember", related_name="in_groups")

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["sort"]
        constraints = [models.UniqueConstraint(fields=["office", "folded"], name="organisations_group_once")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded, self.sort = search_fold(self.name), sort_key(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def members_on(self, day: date) -> list[Body]:
        """The member bodies valid on ``day``, in order."""
        return [member.body for member in self.members.select_related("body") if member.valid_on(day)]


class GroupMember(Dated):
    group = models.ForeignKey(Group, models.CASCADE, related_name="members")
    body = models.ForeignKey(Body, models.PROTECT, related_name="memberships")

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["body__sort"]


class Users(UserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    use_in_migrations = False


class User(AbstractUser):
    """A person who signs in. What he may do comes from the position in which he acts, never from the user itself."""

    full_name = models.CharField(_("họ và tên"), max_length=80)
    phone = models.CharField(_("điện thoại"), max_length=20, blank=True)
    language = models.CharField(_("ngôn ngữ"), max_length=5, default="vi")
    compact = models.BooleanField(_("bảng gọn"), default=False)
    # Made by an administrator and known to him: to be changed before anything else.
    password_is_temporary = models.BooleanField(default=False)
    sort = models.CharField(max_length=500, editable=False)

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    REQUIRED_FIELDS = ["full_name"]

    objects: ClassVar[Users] = Users()

    class Meta:
        ordering = ["sort"]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def save(self, *args: object, **kwargs: object) -> None:
        self.sort = person_sort_key(self.full_name or self.username)
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Role(models.TextChoices):
    """What a position is for; rights follow from it (``permissions.py`` of each room)."""

    CLERK = "clerk", _("Văn thư")
    COORDINATOR = "coordinator", _("Cán bộ tổng hợp")
    UNIT_HEAD = "unit_head", _("Trưởng đơn vị")
    MEMBER = "member", _("Công chức, viên chức")
    LEADER = "leader", _("Lãnh đạo")
    READER = "reader", _("Người đọc")
    SUPERVISOR = "supervisor", _("Giám sát")
    HAMLET_HEAD = "hamlet_head", _("Trưởng thôn, khu dân cư")
    COMMUNICATOR = "communicator", _("Tuyên truyền viên cơ sở")
    ADMINISTRATOR = "administrator", _("Quản trị")


class Position(Dated):
    """A user in a body under a title. Someone with several chooses in which one he acts, and events record it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="positions")
    body = models.ForeignKey(Body, models.PROTECT, related_name="positions")
    title = models.CharField(_("chức vụ"), max_length=100)
    role = models.CharField(_("vai trò"), max_length=14, choices=Role)

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["user__sort", "pk"]

    def __str__(self) -> str:
        return f"{self.user}, {self.title}"


class SigningAuthority(Dated):
    """Under which form a position may sign for a body (Nghị định 30/2020/NĐ-CP, Điều 13; HD 36-HD/VPTW for T/M …).

    TUQ. needs the number, date and matter of its mandate, and ends.
    """

    class Form(models.TextChoices):
        TM = "TM.", "TM."
        KT = "KT.", "KT."
        TL = "TL.", "TL."
        TUQ = "TUQ.", "TUQ."
        Q = "Q.", "Q."
        PARTY_TM = "T/M", "T/M"
        PARTY_KT = "K/T", "K/T"
        PARTY_TL = "T/L", "T/L"
        DIRECT = "", _("Ký trực tiếp")

    position = models.ForeignKey(Position, models.CASCADE, related_name="signing")
    body = models.ForeignKey(Body, models.PROTECT, related_name="signed_for_by")
    form = models.CharField(_("thẩm quyền ký"), max_length=4, choices=Form, blank=True)
    mandate_number = models.CharField(_("số văn bản ủy quyền"), max_length=80, blank=True)
    mandate_date = models.DateField(_("ngày văn bản ủy quyền"), null=True, blank=True)
    scope = models.CharField(_("nội dung được ký"), max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["body__sort", "position__user__sort", "pk"]


class Supervision(Dated):
    """An office that a supervisor's position (*giám sát*) was given to read, with everything below it."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="supervisions")
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", verbose_name=_("cơ quan được giám sát"))
    basis = models.CharField(_("căn cứ giao giám sát"), max_length=300)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["body__sort", "pk"]


class CommitteeMember(Dated):
    """A position's duty in a committee or team whose members come from several bodies."""

    committee = models.ForeignKey(Body, models.CASCADE, related_name="committee_members")
    position = models.ForeignKey(Position, models.PROTECT, related_name="committee_duties")
    duty = models.CharField(_("nhiệm vụ trong ban"), max_length=100)

    objects = DatedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]


def today() -> date:
    """The office's day, in Vietnamese time."""
    return timezone.localdate()
