"""One item for an operator's trial of an outlet with the real service: published, looked after, taken back if asked."""

from lienthong.channels.core.accounts import channel_of
from lienthong.channels.core.contract import Message, PassingError, PermanentError, Receipt
from lienthong.channels.core.models import Outlet


def tried(outlet: Outlet, message: Message, *, withdraw: bool) -> tuple[bool, str]:
    """Whether every step worked, and what the service answered, step by step. Nothing is tried twice."""
    said: list[str] = []
    try:
        channel = channel_of(outlet)
        receipt = channel.publish(message)
        said.append(_line("publish", receipt))
        said.append(_line("check", channel.check(receipt.item)))
        if withdraw:
            said.append(_line("withdraw", channel.withdraw(receipt.item)))
    except (PassingError, PermanentError) as fault:
        return False, "; ".join([*said, f"{type(fault).__name__}: {fault.sentence}"])
    except Exception as fault:
        return False, "; ".join([*said, type(fault).__name__])
    return True, "; ".join(said)


def _line(step: str, receipt: Receipt) -> str:
    return f"{step}: {receipt.state} {receipt.item} {receipt.url}".strip()
