"""What the pages of the desk begin with."""

from django.http import Http404

from lienthong.channels.contrib.loudspeaker.models import Station
from lienthong.organisations.service import StaffRequest


def station_of(request: StaffRequest) -> Station:
    """The station of the reader's office; 404 when there is none or he may not see it."""
    station = Station.objects.visible_to(request.actor).select_related("office").first()
    if station is None:
        raise Http404
    return station
