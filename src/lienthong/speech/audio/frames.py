"""How long an MP3 lasts: its frames counted (ISO/IEC 11172-3 and 13818-3, layer III)."""

from lienthong.speech.audio.waves import NotSound

_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_KBPS_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_KBPS_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)


def seconds_of(data: bytes) -> float:
    """Length in seconds; :class:`NotSound` when fewer than two frames follow one another."""
    at, seconds, frames = _after_tag(data), 0.0, 0
    while at + 4 <= len(data):
        length, lasts = _frame(data[at : at + 4])
        if not length:
            if frames > 1:
                break
            at += 1
            seconds, frames = 0.0, 0
            continue
        at, seconds, frames = at + length, seconds + lasts, frames + 1
    if frames < 2:
        raise NotSound("no MP3 frames")
    return seconds


def _after_tag(data: bytes) -> int:
    """Past an ID3 tag, whose length stands in four times seven bits."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for part in data[6:10]:
        size = size << 7 | part & 0x7F
    return size + 10


def _frame(head: bytes) -> tuple[int, float]:
    """Bytes and seconds of the frame with this header; (0, 0) when it is none."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, kind = head[2] >> 2 & 3, head[2] >> 4
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or version == 1 or layer != 1 or rate == 3 or kind in (0, 15):
        return 0, 0.0
    hertz = _RATES[version][rate]
    kbps = (_KBPS_1 if version == 3 else _KBPS_2)[kind]
    samples = 1152 if version == 3 else 576
    return samples // 8 * kbps * 1000 // hertz + (head[2] >> 1 & 1), samples / hertz
