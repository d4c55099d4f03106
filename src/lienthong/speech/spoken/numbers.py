"""Numbers in words, as official Vietnamese reads them aloud (northern standard: "nghìn", "linh", "mươi lăm")."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
#: Longer bare rows of digits are codes (an account, a citizen's number), not amounts.
_LONGEST_AMOUNT = 9


def cardinal(number: int) -> str:
    """ "hai nghìn không trăm hai mươi lăm" for 2025; any size, a leading "âm" below zero."""
    if number < 0:
        return f"âm {cardinal(-number)}"
    if number < _BILLION:
        return _below_billion(number, after_more=False)
    high, low = divmod(number, _BILLION)
    rest = f" {_below_billion(low, after_more=True)}" if low else ""
    return f"{cardinal(high)} tỷ{rest}"


def digits(text: str) -> str:
    """Each digit of ``text`` by itself; anything else is passed over."""
    return " ".join(_DIGITS[int(sign)] for sign in text if sign.isdigit())


def ordinal(number: int) -> str:
    """What follows "thứ": nhất, hai, ba, tư …"""
    return {1: "nhất", 4: "tư"}.get(number) or cardinal(number)


def month(number: int) -> str:
    return "tư" if number == 4 else cardinal(number)


def day(number: int) -> str:
    """The day of a month: "mùng" up to the tenth."""
    return f"mùng {cardinal(number)}" if number <= 10 else cardinal(number)


def number(text: str) -> str:
    """A written number: "1.250.000", "12,5", "05", "0123456789" (a code is read digit by digit)."""
    whole, comma, fraction = text.replace(".", "").partition(",")
    grouped = "." in text
    if not comma and not grouped and (len(whole) > _LONGEST_AMOUNT or (whole[0] == "0" and len(whole) > 2)):
        return digits(whole)
    if not comma:
        return cardinal(int(whole))
    return f"{cardinal(int(whole))} phẩy {_fraction(fraction)}"


def roman(text: str) -> int | None:
    """The value of a Roman numeral in its one correct spelling; None for anything else."""
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    if not text or any(sign not in values for sign in text):
        return None
    numbers = [values[sign] for sign in text]
    total = sum(-one if one < after else one for one, after in zip(numbers, [*numbers[1:], 0], strict=True))
    return total if _as_roman(total) == text else None


def _as_roman(number: int) -> str:
    signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
             (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    written = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        written += sign * count
    return written


def _fraction(text: str) -> str:
    return digits(text) if text[0] == "0" or len(text) > 2 else cardinal(int(text))


def _below_billion(number: int, *, after_more: bool) -> str:
    """``after_more``: something larger was said before, so hundreds are said even when there are none."""
    words: list[str] = []
    for value, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, number = divmod(number, value)
        if group:
            words.append(f"{_three(group, full=after_more or bool(words))} {name}".strip())
    return " ".join(words) or _DIGITS[0]


def _three(number: int, *, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens > 1:
        words.append(f"{_DIGITS[tens]} mươi")
    elif tens == 1:
        words.append("mười")
    elif ones and words:
        words.append("linh")
    if ones:
        words.append(_ones(ones, tens))
    return " ".join(words)


def _ones(ones: int, tens: int) -> str:
    if tens > 1:
        return {1: "mốt", 4: "tư", 5: "lăm"}.get(ones, _DIGITS[ones])
    return "lăm" if ones == 5 and tens == 1 else _DIGITS[ones]
