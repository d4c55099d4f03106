"""One contract for both stream servers: our twin always, and Debian's icecast2 where it is installed."""

import http.client
import pwd
import shutil
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.actions.choose_recording import choose_recording
from lienthong.channels.contrib.loudspeaker.models import PlannedAiring
from lienthong.channels.contrib.loudspeaker.stream.client import Source
from lienthong.channels.contrib.loudspeaker.streaming import current, pieces_of
from lienthong.channels.contrib.loudspeaker.tests.factories import (
    make_approved,
    make_column,
    make_slot,
    make_station,
)
from lienthong.channels.contrib.loudspeaker.tests.icecast import twin_icecast
from lienthong.channels.core.service import PassingError, PermanentError
from lienthong.organisations.tests.factories import cast
from lienthong.speech.tests.factories import make_sound_file

PASSWORD = "thu-nghiem"
SERVERS = ["twin", *(["icecast2"] if shutil.which("icecast2") else [])]
CONFIGURATION = """<icecast><limits><sources>4</sources><clients>20</clients></limits>
<authentication><source-password>{password}</source-password><admin-user>admin</admin-user>
<admin-password>{password}</admin-password></authentication><hostname>localhost</hostname>
<listen-socket><port>{port}</port><bind-address>127.0.0.1</bind-address></listen-socket>
<paths><basedir>{folder}</basedir><logdir>{folder}</logdir><webroot>{folder}</webroot><adminroot>{folder}</adminroot>
</paths><logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog></logging>
<security><chroot>0</chroot>{owner}</security></icecast>"""


@contextmanager
def real_icecast(folder):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    nobody = pwd.getpwnam("nobody")
    root = pwd.getpwuid(folder.stat().st_uid).pw_name == "root"
    owner = "<changeowner><user>nobody</user><group>nogroup</group></changeowner>" if root else ""
    words = {"password": PASSWORD, "port": port, "folder": folder, "owner": owner}
    (folder / "icecast.xml").write_text(CONFIGURATION.format(**words), "utf-8")
    if root:
        shutil.chown(folder, nobody.pw_uid)
        for parent in (folder, *folder.parents[:3]):
            parent.chmod(0o755)
    process = subprocess.Popen(
        ["icecast2", "-c", str(folder / "icecast.xml")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        ends = time.monotonic() + 10
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert process.poll() is None, "icecast2 did not start"
            assert time.monotonic() < ends
        yield port
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(params=SERVERS)
def port(request, tmp_path):
    with twin_icecast(PASSWORD) if request.param == "twin" else real_icecast(tmp_path) as found:
        yield found


class Playing:
    """A source in a thread that sends the same second of sound until it is told to stop."""

    def __init__(self, port: int) -> None:
        self.stop = threading.Event()
        self.sound = make_sound_file()
        self.errors: list[BaseException] = []
        self.thread = threading.Thread(target=self._send, args=(port,), daemon=True)
        self.thread.start()

    def _send(self, port: int) -> None:
        try:
            source(port).send(self._pieces(), lambda _seconds: None)
        except BaseException as error:
            self.errors.append(error)

    def _pieces(self):
        while not self.stop.wait(0.02):
            yield self.sound, 0.0


def source(port: int, password: str = PASSWORD) -> Source:
    return Source(f"icecast://source:{password}@127.0.0.1:{port}/xa", name="Dai xa", timeout=5)


def listen(port: int, size: int = 4000) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/xa")
        answer = connection.getresponse()
        return answer.status, answer.read(size) if answer.status == 200 else b""
    finally:
        connection.close()


def until_heard(port: int) -> tuple[int, bytes]:
    ends = time.monotonic() + 10
    while (heard := listen(port))[0] != 200:
        assert time.monotonic() < ends
    return heard


def test_a_listener_hears_what_the_source_sends(port):
    assert listen(port)[0] == 404
    playing = Playing(port)
    _status, heard = until_heard(port)
    assert heard[:64] in playing.sound * 3
    with pytest.raises(PassingError, match="nguồn khác"):
        source(port).send([], lambda _seconds: None)
    playing.stop.set()
    playing.thread.join(10)
    assert playing.errors == []


def test_a_wrong_password_is_permanent(port):
    with pytest.raises(PermanentError, match="mật khẩu"):
        source(port, "sai").send([], lambda _seconds: None)


def test_a_server_that_is_away_is_passing_and_a_wrong_address_permanent():
    with pytest.raises(PassingError):
        source(1).send([], lambda _seconds: None)
    with pytest.raises(PermanentError):
        Source("http://127.0.0.1/xa", name="x")


@pytest.mark.django_db
def test_a_stream_plays_what_is_on_the_air_once_and_is_silent_between():
    people = cast()
    station = make_station(people)
    issue = make_column(people, station, make_slot(people, station)).issues.all()[1]
    recording = make_approved(people)
    choose_recording(people.member, issue, recording)
    airing = PlannedAiring.objects.get(issue=issue)
    area = airing.areas[0]
    moment = airing.begins - timedelta(seconds=1)
    pieces = pieces_of(station, area, lambda: moment)
    assert current(station, area, moment) is None or current(station, area, moment).issue != issue
    silent, seconds = next(pieces)
    assert seconds > 0.5
    moment = airing.begins + timedelta(seconds=1)
    assert current(station, area, moment) == airing
    played = b""
    while (piece := next(pieces)[0]) != silent:
        played += piece
    with recording.file.open("rb") as stored:
        assert played == stored.read()
    assert next(pieces)[0] == silent
    assert timezone.is_aware(airing.begins)
