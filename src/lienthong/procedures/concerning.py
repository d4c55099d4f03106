"""Public procedures as something that a correction may be about."""

from django.urls import reverse

from lienthong.core.keys import key_of, resolve
from lienthong.core.text import sort_key
from lienthong.corrections.service import Concern, ConcernSource, register_concern
from lienthong.procedures.models import Procedure


def _of_office(office_id: int) -> list[tuple[str, str]]:
    found = Procedure.objects.public(office_id)
    titled = [(key_of(procedure), procedure.current.title) for procedure in found if procedure.current]
    return sorted(titled, key=lambda each: sort_key(each[1]))


def _url_of(key: str) -> str:
    found = resolve(key)
    public = isinstance(found, Procedure) and found.current_id is not None
    return reverse("procedures_one", args=[found.pk]) if public and found else ""


register_concern(ConcernSource(Concern.PROCEDURE, _of_office, _url_of))
