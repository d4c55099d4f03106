"""Where devices fetch sounds: outside the staff's addresses, without signing in."""

from django.urls import path

from lienthong.channels.contrib.loudspeaker.views import sounds

urlpatterns = [path("loa/<slug:sha256>.mp3", sounds.sound, name="loudspeaker_sound")]
