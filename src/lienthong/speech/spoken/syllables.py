"""Is this a Vietnamese syllable? What is not would be read by a voice as if it were English, or not at all."""

import unicodedata

_ONSET_LIST = "ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x"
_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    y ych yêm yên yêng yêt yêu ynh yt yn ya o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ơng
    u ua uân uâng uât uây uc uê uêch uên uênh uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt
    uynh uyn uyp uyt uyu uât uan uang uao ue ư ưa ưc ưi ưm ưn ưng ươ ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    oanh uanh
"""
_ONSETS = _ONSET_LIST.split()
_RHYMES = frozenset(_RHYME_LIST.split())
_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}


def is_syllable(word: str) -> bool:
    """True for a well-formed Vietnamese syllable in any case. One that ends in c, ch, p or t has sắc or nặng."""
    bare, tone = _without_tone(word.lower())
    return any(rhyme in _RHYMES and _tone_fits(rhyme, tone) for rhyme in _rhymes_of(bare))


def bare_syllables(text: str) -> list[str] | None:
    """ "minhhoa" → ["minh", "hoa"]: a name written without marks and blanks, as addresses write it; else None.

    The fewest syllables win, and tones are not asked for: there are none.
    """
    best: list[list[str] | None] = [[]]
    for end in range(1, len(text) + 1):
        ways = [
            [*before, text[start:end]]
            for start in range(max(0, end - 7), end)
            if (before := best[start]) is not None and end - start > 1 and _is_bare(text[start:end])
        ]
        best.append(min(ways, key=len) if ways else None)
    return best[-1] or None


def _is_bare(text: str) -> bool:
    return any(rhyme in _BARE_RHYMES for rhyme in _rhymes_of(text))


def _rhymes_of(bare: str) -> list[str]:
    """Every way to cut an onset off: "gi" may be g + i, "qu" is one."""
    return [bare, *(bare[len(onset) :] for onset in _ONSETS if bare.startswith(onset) and len(bare) > len(onset))]


def _without_tone(word: str) -> tuple[str, str]:
    tone, kept = "", []
    for sign in unicodedata.normalize("NFD", word):
        if sign in _TONES:
            tone = _TONES[sign]
        else:
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept)), tone


def _tone_fits(rhyme: str, tone: str) -> bool:
    return tone in ("sắc", "nặng") if rhyme.endswith(("c", "ch", "p", "t")) else True


def _plain(text: str) -> str:
    signs = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(sign for sign in signs if not unicodedata.combining(sign))


_BARE_RHYMES = frozenset(_plain(rhyme) for rhyme in _RHYMES)
