"""What the steps of a version have in common, and the words that an approval is about."""

from typing import TypeVar

from django.utils.translation import gettext as _

from lienthong.core.hashing import sha256_of
from lienthong.organisations.service import Actor, after_step
from lienthong.procedures import items
from lienthong.procedures.models import GuideVersion, ProcedureVersion, Version
from lienthong.procedures.workflow import VERSION

#: What a writer fills in, besides the code.
GUIDE_FIELDS = ("title", "audience", "lead", "steps", "valid_from")
PROCEDURE_FIELDS = (
    "title", "audience", "field", "level", "executor", "place", "papers", "questions", "steps", "time_limit", "fee",
    "result", "legal_basis", "online", "link", "decision", "decided_on", "valid_from",
)  # fmt: skip

AnyVersion = TypeVar("AnyVersion", bound=Version)


def fields_of(version: Version | type[Version]) -> tuple[str, ...]:
    of_guide = isinstance(version, GuideVersion) or version is GuideVersion
    return GUIDE_FIELDS if of_guide else PROCEDURE_FIELDS


def hash_of(version: Version) -> str:
    """SHA-256 of everything that the public reads of a version, its forms included."""
    said = {name: getattr(version, name) for name in fields_of(version)}
    if isinstance(version, ProcedureVersion):
        said["forms"] = list(version.forms.values_list("name", "sha256"))
    return sha256_of(said, default=str)


def locked(version: AnyVersion) -> AnyVersion:
    """The version as it is now, kept from others until the transaction ends."""
    found: AnyVersion = type(version)._default_manager.select_for_update().get(pk=version.pk)  # type: ignore[assignment]
    return found


def begin(actor: Actor, version: Version, act: str, right: str) -> str:
    """The state after ``act``, once right and state allow it; what waited about the version is settled."""
    state = after_step(
        actor, version, VERSION, act, right, unseen=_("Thủ tục này của cơ quan khác."),
        refused=_("Lãnh đạo, điều phối của cơ quan không sửa bản này mới duyệt, trả lại hoặc thôi công khai."),
    )  # fmt: skip
    items.settle(version)
    return state
