from django.utils.crypto import get_random_string

from lienthong.gate.service import Arriving


def arriving(form: str = "", address: str = "", *, odd: bool = False, answered: bool = False) -> Arriving:
    """A form of its own from an address of its own, where nothing else is said."""
    return Arriving(form or get_random_string(32), address or get_random_string(32), odd, answered)
