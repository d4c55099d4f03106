"""The connection to the MQTT broker (MQTT 3.1.1). Everything is retained, so no side has to be there for the other."""

from __future__ import annotations

import secrets
import ssl
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

import paho.mqtt.client as mqtt
from django.utils.translation import gettext as _
from paho.mqtt.enums import CallbackAPIVersion

from lienthong.channels.core.service import Endpoint, PassingError, PermanentError

#: The one broker is named by the operator (``LIENTHONG_MQTT``); nothing else is called.
ENDPOINTS = (
    Endpoint("PUBLISH", "{broker}", "/lienthong/v1/{station}/khu/{area}/lich", "the schedule of an area, signed"),
    Endpoint("PUBLISH", "{broker}", "/lienthong/v1/{station}/khu/{area}/khan", "what plays or stops at once, signed"),
    Endpoint(
        "SUBSCRIBE", "{broker}", "/lienthong/v1/{station}/loa/{device}/{what}", "acknowledged, heartbeat, air log"
    ),
)
TIMEOUT = 10.0


class Broker:
    """``address``: ``mqtt://user:password@host:port``, or ``mqtts`` for TLS."""

    def __init__(self, address: str, *, timeout: float = TIMEOUT) -> None:
        self._parts = urlsplit(address)
        self._timeout = timeout
        if self._parts.scheme not in ("mqtt", "mqtts") or not self._parts.hostname:
            raise PermanentError(_("Địa chỉ máy chủ MQTT phải bắt đầu bằng mqtt:// hoặc mqtts://."))

    def publish(self, messages: Iterable[tuple[str, bytes]]) -> int:
        """Keep each message at its topic; returns how many the broker acknowledged, which is all of them.

        :class:`PassingError` when the broker cannot be reached or does not acknowledge in time; publishing again does
        no harm. :class:`PermanentError` when it does not let us in.
        """
        with self._connected() as (client, _inbox):
            sent = [client.publish(topic, payload, qos=1, retain=True) for topic, payload in messages]
            ends = time.monotonic() + self._timeout + len(sent) / 500
            for one in sent:
                one.wait_for_publish(max(0.1, ends - time.monotonic()))
                if not one.is_published():
                    raise PassingError(_("Máy chủ MQTT chưa xác nhận kịp."))
        return len(sent)

    def retained(self, pattern: str, *, marker: str) -> dict[str, bytes]:
        """What is kept at the topics of ``pattern``.

        ``marker`` is a topic of ours: a message sent there after the subscription comes back behind everything kept.
        """
        token = secrets.token_hex(8).encode()
        with self._connected() as (client, inbox):
            client.subscribe([(pattern, 0), (marker, 0)])
            inbox.wait("subscribed", self._timeout)
            client.publish(marker, token, qos=0)
            inbox.wait(token, self._timeout)
            return {topic: payload for topic, payload in inbox.messages.items() if topic != marker}

    @contextmanager
    def _connected(self) -> Iterator[tuple[mqtt.Client, _Inbox]]:
        client = mqtt.Client(CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv311)
        client.max_inflight_messages_set(100)
        if self._parts.username:
            client.username_pw_set(unquote(self._parts.username), unquote(self._parts.password or "") or None)
        secure = self._parts.scheme == "mqtts"
        if secure:
            client.tls_set_context(ssl.create_default_context())
        inbox = _Inbox(client)
        host, port = self._parts.hostname or "", self._parts.port or (8883 if secure else 1883)
        try:
            client.connect(host, port, keepalive=60)
        except OSError as error:
            raise PassingError(_("Không nối được máy chủ MQTT.")) from error
        client.loop_start()
        try:
            inbox.wait("connected", self._timeout)
            yield client, inbox
        finally:
            client.disconnect()
            client.loop_stop()


class _Inbox:
    """What came in on one connection, filled by paho's thread."""

    def __init__(self, client: mqtt.Client) -> None:
        self.messages: dict[str, bytes] = {}
        self._happened: set[object] = set()
        self._refused = 0
        self._changed = threading.Condition()
        client.on_connect = self._on_connect
        client.on_subscribe = lambda *_: self._note("subscribed")
        client.on_message = self._on_message

    def wait(self, what: object, seconds: float) -> None:
        """Until ``what`` happened; :class:`PassingError` when it does not in ``seconds``."""
        with self._changed:
            came = self._changed.wait_for(lambda: what in self._happened or self._refused, seconds)
        if self._refused:
            raise PermanentError(
                _("Máy chủ MQTT không nhận tên hoặc mật khẩu (mã %(code)d).") % {"code": self._refused}
            )
        if not came:
            raise PassingError(_("Máy chủ MQTT không trả lời kịp."))

    def _on_connect(self, _client: mqtt.Client, _data: object, _flags: object, code: object, *_: object) -> None:
        value = getattr(code, "value", 0)
        if value:
            with self._changed:
                self._refused = {0x86: 4, 0x87: 5}.get(value, value)
                self._changed.notify_all()
        else:
            self._note("connected")

    def _on_message(self, _client: mqtt.Client, _data: object, message: mqtt.MQTTMessage) -> None:
        with self._changed:
            self.messages[message.topic] = bytes(message.payload)
            self._happened.add(bytes(message.payload))
            self._changed.notify_all()

    def _note(self, what: object) -> None:
        with self._changed:
            self._happened.add(what)
            self._changed.notify_all()
