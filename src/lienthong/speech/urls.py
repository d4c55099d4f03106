from django.urls import path

from lienthong.speech.views import recordings, scripts, words

app_name = "speech"
urlpatterns = [
    path("", scripts.scripts, name="scripts"),
    path("them/", scripts.new_script, name="new_script"),
    path("<int:pk>/", scripts.script, name="script"),
    path("<int:pk>/sua/", scripts.edit_script, name="edit_script"),
    path("<int:pk>/doc/", recordings.make, name="record"),
    path("<int:pk>/ban-thu/", recordings.upload, name="upload"),
    path("thu/<int:pk>/", recordings.recording, name="recording"),
    path("thu/<int:pk>/tieng.mp3", recordings.audio, name="audio"),
    path("thu/<int:pk>/buoc/<slug:act>/", recordings.step, name="step"),
    path("tu-dien/", words.words, name="words"),
    path("tu-dien/<int:pk>/bo/", words.remove, name="remove_word"),
]
