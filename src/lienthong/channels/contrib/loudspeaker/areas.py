"""The areas of a station: the smallest sets of devices that always hear the same (see ``programme.py``)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from lienthong.channels.contrib.loudspeaker.models import Device, Station
from lienthong.organisations.service import Body


@dataclass(slots=True)
class Area:
    """A hamlet, or the part of it whose devices stand in the same ``groups``. ``code`` is stable while they do."""

    code: str
    hamlet: Body
    groups: frozenset[int]
    devices: list[Device] = field(default_factory=list)


def code_of(hamlet_id: int, groups: Collection[int]) -> str:
    """The code of an area, as it stands in topics: "t12", or "t12-n3-n5" for the devices of groups 3 and 5."""
    return "-".join([f"t{hamlet_id}", *(f"n{group}" for group in sorted(groups))])


def area_of(device: Device) -> str:
    """The area in which ``device`` stands; ``groups`` should be prefetched."""
    return code_of(device.hamlet_id, [group.pk for group in device.groups.all()])


def areas_of(station: Station) -> dict[str, Area]:
    """Every area by its code: each hamlet of the office, and what device groups cut out of it."""
    hamlets = Body.objects.filter(office=station.office, kind=Body.Kind.HAMLET)
    found = {code_of(hamlet.pk, ()): Area(code_of(hamlet.pk, ()), hamlet, frozenset()) for hamlet in hamlets}
    devices = Device.objects.filter(station=station).in_use().select_related("hamlet").prefetch_related("groups")
    for device in devices:
        groups = frozenset(group.pk for group in device.groups.all())
        code = code_of(device.hamlet_id, groups)
        area = found.setdefault(code, Area(code, device.hamlet, groups))
        area.devices.append(device)
    return found


def reached(areas: Collection[Area], hamlets: Collection[int], groups: Collection[int]) -> frozenset[str]:
    """The codes of the areas in one of ``hamlets`` or ``groups``; of all when neither names any."""
    if not hamlets and not groups:
        return frozenset(area.code for area in areas)
    wanted = set(groups)
    return frozenset(area.code for area in areas if area.hamlet.pk in hamlets or area.groups & wanted)
