"""The door of the registry: official documents in and out."""

from lienthong.registry.models import Direction, OfficialDocument
from lienthong.registry.permissions import DocumentAbilities

__all__ = ["Direction", "DocumentAbilities", "OfficialDocument"]
