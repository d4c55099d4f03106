"""The topics of MQTT, all below one prefix for each station (``docs/reference/loudspeaker.md``)."""

from __future__ import annotations

from lienthong.channels.contrib.loudspeaker.models import Device, Station

ROOT = "lienthong/v1"


def schedule(station: Station, area: str) -> str:
    return f"{ROOT}/{station.code}/khu/{area}/lich"


def alarm(station: Station, area: str) -> str:
    return f"{ROOT}/{station.code}/khu/{area}/khan"


def acknowledged(device: Device) -> str:
    return f"{ROOT}/{device.station.code}/loa/{device.code}/nhan"


def heartbeat(device: Device) -> str:
    return f"{ROOT}/{device.station.code}/loa/{device.code}/nhip"


def log(device: Device) -> str:
    return f"{ROOT}/{device.station.code}/loa/{device.code}/nhat-ky"


def from_devices(station: Station) -> str:
    """The pattern under which everything that devices of ``station`` say is found."""
    return f"{ROOT}/{station.code}/loa/+/+"
