"""The channels that are installed. Each registers itself from the ``ready`` of its folder."""

from django.utils.translation import gettext as _

from lienthong.channels.core.contract import Channel, PermanentError, Settle

_channels: dict[str, type[Channel]] = {}


def register(channel: type[Channel]) -> None:
    """Make ``channel`` known; one that settles by looking up must be able to."""
    if channel.settle is Settle.LOOK_UP and channel.find is Channel.find:
        raise ValueError(f"{channel.code} looks up and has no find")
    if _channels.setdefault(channel.code, channel) is not channel:
        raise ValueError(f"two channels are called {channel.code}")


def all_channels() -> list[type[Channel]]:
    return sorted(_channels.values(), key=lambda channel: channel.code)


def is_installed(code: str) -> bool:
    return code in _channels


def channel_class(code: str) -> type[Channel]:
    """The channel called ``code``; :class:`PermanentError` when its folder was taken away."""
    try:
        return _channels[code]
    except KeyError:
        raise PermanentError(_("Kênh này không còn được cài trong hệ thống.")) from None
