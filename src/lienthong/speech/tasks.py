"""Background work of the speech room: recordings wait to be read by a voice, one row each."""

from django_tasks import task

from lienthong.jobs.service import ClaimQuerySet, claim_and_run, register_sweep, wake
from lienthong.speech.models import Recording


@task()
def make_sound(pk: int) -> None:
    from lienthong.speech.actions.make_sound import make_sound as work

    recording = Recording.objects.filter(pk=pk).first()
    if recording is not None:
        claim_and_run(recording, work)


register_sweep(
    "speech.recordings",
    lambda: ClaimQuerySet(Recording).claimable().order_by("pk"),
    lambda recording: wake(make_sound, recording.pk),
)
