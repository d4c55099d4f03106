"""The kinds of products as data: what each is made of, so that one model and one form serve them all."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProductKind(models.TextChoices):
    NEWS = "news", _("Tin")
    ARTICLE = "article", _("Bài viết")
    INFOGRAPHIC = "infographic", _("Đồ họa thông tin")
    PHOTOS = "photos", _("Phóng sự ảnh")
    VIDEO = "video", _("Video")
    AUDIO = "audio", _("Âm thanh")
    PODCAST = "podcast", _("Tập podcast")
    BULLETIN = "bulletin", _("Bản tin phát thanh")
    POSTER = "poster", _("Áp phích bảng tin")
    BANNER = "banner", _("Băng-rôn trang web")
    POST = "post", _("Bài đăng ngắn")
    TALKING_POINTS = "talking", _("Nội dung cho tuyên truyền viên")


#: What plans print for a kind, the more telling words first.
_PRINTED = (
    (ProductKind.INFOGRAPHIC, ("infographic", "đồ họa")),
    (ProductKind.PODCAST, ("podcast",)),
    (ProductKind.VIDEO, ("video", "clip", "phóng sự truyền hình")),
    (ProductKind.BULLETIN, ("phát thanh", "truyền thanh", "loa")),
    (ProductKind.POSTER, ("áp phích", "pa-nô", "pano", "bảng tin")),
    (ProductKind.BANNER, ("băng-rôn", "băng rôn", "banner")),
    (ProductKind.POST, ("zalo", "facebook", "fanpage", "mạng xã hội")),
    (ProductKind.PHOTOS, ("phóng sự ảnh", "bộ ảnh")),
)


def printed_kind(text: str) -> str:
    """The kind that a plan's words mean; an article where they say nothing."""
    lowered = text.lower()
    return next((kind for kind, words in _PRINTED if any(word in lowered for word in words)), ProductKind.ARTICLE)


@dataclass(frozen=True, slots=True)
class KindRule:
    """``needs`` kinds of files ("picture", "sound", "film"); ``formatted`` has headings and lists; ``spoken`` is heard,
    and then lasts ``most_seconds`` at most; ``words`` False where the picture says it all.
    """

    formatted: bool = True
    needs: tuple[str, ...] = ()
    spoken: bool = False
    most_seconds: int = 0
    words: bool = True


#: A bulletin of the commune's loudspeakers is heard standing; ten minutes is what a slot holds.
RULES: dict[str, KindRule] = {
    ProductKind.NEWS: KindRule(),
    ProductKind.ARTICLE: KindRule(),
    ProductKind.INFOGRAPHIC: KindRule(needs=("picture",), words=False),
    ProductKind.PHOTOS: KindRule(needs=("picture",)),
    ProductKind.VIDEO: KindRule(needs=("film",), words=False),
    ProductKind.AUDIO: KindRule(needs=("sound",), words=False),
    ProductKind.PODCAST: KindRule(needs=("sound",)),
    ProductKind.BULLETIN: KindRule(formatted=False, spoken=True, most_seconds=600),
    ProductKind.POSTER: KindRule(),
    ProductKind.BANNER: KindRule(formatted=False, needs=("picture",), words=False),
    ProductKind.POST: KindRule(formatted=False),
    ProductKind.TALKING_POINTS: KindRule(),
}
