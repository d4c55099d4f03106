"""What was counted is forgotten by itself."""

from datetime import timedelta

from django.utils import timezone

from lienthong.gate.models import Arrival
from lienthong.jobs.service import periodic


@periodic("gate.forget", every=timedelta(hours=1))
def forget_arrivals() -> None:
    Arrival.objects.filter(at__lt=timezone.now() - timedelta(days=1)).delete()
