"""Write down that an outlet was tried with the real service."""

from django.db import transaction

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.core import events
from lienthong.channels.core.models import Outlet, OutletTrial
from lienthong.core.keys import key_of


@transaction.atomic
def record_trial(outlet: Outlet, *, by: str, approved_by: str, works: bool, answer: str) -> OutletTrial:
    """Called from the command line only: whoever runs the installation names himself and who approved the words."""
    trial = OutletTrial.objects.create(outlet=outlet, by=by, approved_by=approved_by, works=works, answer=answer)
    office = key_of(outlet.office)
    record(events.OUTLET_TRIED, outlet, by=SYSTEM, office=office, name=outlet.name, answer=answer[:200])
    return trial
