"""Whether a text says how the office or one who holds a post in it behaves, which is feedback and no claim.

Of an office, words for behaviour decide. Of a person's post the grammar does: whoever holds it and does something
is spoken of, unless that is an ordinary act of his service (*cấp, thông báo, tiếp nhận* …) or what rules give him.
This leans to finding conduct: who is refused is offered to register his words as feedback.
"""

from __future__ import annotations

import re

from lienthong.core.text import fold
from lienthong.corrections.unmasking import seen

_HOLDER = (
    r"can bo|cong chuc|vien chuc|nhan vien|chu tich|pho chu tich|bi thu|lanh dao|truong phong|truong thon|truong ban|"
    r"giam doc|cong an xa|cong an phuong|dia chinh|ho tich|tu phap"
)
_OFFICE = r"uy ban|ubnd|hdnd|dang uy|co quan|tru so|mot cua|trung tam phuc vu|van phong|cong an|bo phan tiep nhan"
#: Always about how somebody behaves.
_CONDUCT = (
    r"sach nhieu|nhung nhieu|hach dich|cua quyen|thai do|quan lieu|voi vinh|voi tien|goi y dua tien|hoi lo|lot tay|"
    r"phong bi|tham nhung|tham o|an chan|bao che|lam ngo|dun day|tac trach|hanh dan|gay kho de|gay kho khan|lam kho|"
    r"quat thao|quat mang|mang chui|chui dan|chui boi|xuc pham|cham tra|tra cham|khong chiu giai quyet|"
    r"khong chiu tiep|danh dan|danh nguoi dan|danh dap|di lam muon|ve som|den muon|bat (?:ba con|dan|nguoi dan) cho|"
    r"cho ca (?:buoi|ngay)|bat cho doi|xe cong|rut ruot|bo truc|vo trach nhiem|thieu trach nhiem|vo cam|cau gat|"
    r"day di day lai|hen len hen xuong|hen lai nhieu lan|thien vi|uu ai|chay chot|doi phong bi|kho de|lam viec rieng|"
    r"ngam ho so|om ho so|giai quyet cham|xu ly cham|lam mat ho so"
)
#: The same where without its marks it may be a name ("xã An Tiến").
_CONDUCT_MARKED = re.compile(r"(?<!\w)(?:ăn tiền|ăn bớt|ăn của đút|ăn hối lộ|chia chác)(?!\w)")
#: About behaviour only where a post holder does it.
_ACT = (
    r"nhan tien|lay tien|doi tien|vay tien|thu tien rieng|thu them tien|thu sai|thu vuot|giu lai ho so|loi dung|"
    r"tu y|di nhau|di choi|ngu gat"
)
#: Somebody who only pretends to hold a post is a scammer, and nobody's conduct.
_PRETENDS = r"gia danh|mao danh|gia mao|gia lam|gia vo|tu xung|tu nhan|mao nhan"

_WHO = re.compile(rf"\b(?:{_HOLDER}|{_OFFICE})\b")
_BEHAVES = re.compile(rf"\b(?:{_CONDUCT})\b")
_DOES = re.compile(rf"\b(?:{_HOLDER})\b(?:\W+\w+){{0,6}}?\W+(?:{_ACT})\b")
_PRETENDED = re.compile(rf"\b(?:{_PRETENDS})\b")
_KIN = re.compile(
    r"\b(?:nguoi nha|ho hang|than nhan|vo|chong|con trai|con gai|con chau|em trai|em gai)(?: cua)? "
    r"(?:can bo|cong chuc|(?:pho )?chu tich|(?:pho )?bi thu|truong (?:thon|ban|phong|khu|ap|xom))\b"
)

#: A person's post, at the beginning of what follows; not what is called so and is none of the office's.
_POST = re.compile(
    r"(?:can bo|cong chuc|vien chuc|nhan vien|(?:pho )?chu tich|(?:pho )?bi thu|(?:pho )?truong (?:thon|ban|phong|"
    r"ap|xom|cong an|khu pho)|to truong|to pho|(?:pho )?giam doc|hieu truong|cong an (?:xa|phuong|vien)|"
    r"lanh dao(?= (?:xa|phuong|thon|uy ban|ubnd|dia phuong|don vi|phong)))(?!\w)"
    r"(?! (?:ho chi minh|nuoc|quoc hoi|ngan hang|dien luc|buu dien|cong ty|giao hang|nha mang|vien thong|tong dai|"
    r"ban hang|cong nghe|cham soc))"
)
#: Posts that are also names of a service: a person only at the beginning of a clause.
_POST_AT_START = re.compile(r"(?:dia chinh|ho tich|tu phap) (?:xa|phuong)(?!\w)")
#: Right before a post these make it an object, or one of those that rules speak of: nobody acts.
_OBJECT = re.compile(
    r"gap|hoi|goi|cho|voi|den|toi|he|nop|bao|bau|la|chuc|danh|cua|ve|tu|luong|theo|luat|ngu|so|che|sach|thay|thanh|"
    r"tuyen|dung|cap|giam|bo|gian|tang|cat|lam|thi|tao|duong|mien|nhiem|bai|truc|nhap|doi|moi|nho|tai|o"
)
_MANY = re.compile(r"cac|nhung|mot|moi|tat|ca|vai|nguoi|may|anh|chi|ong|ba")
#: What stands between a post and what its holder does.
_BESIDE = re.compile(
    r"(?:va|hoac|hay|xa|phuong|thon|tinh|ap|ban|xom|khu pho|to dan pho|uy ban nhan dan|uy ban|ubnd|hdnd|dang uy|chi bo|"
    r"mat tran|hoi|doan|cap (?:xa|thon|tinh|huyen|co so)|ca xa|dia phuong|mot cua|bo phan mot cua|tiep nhan va tra ket "
    r"qua|dia chinh|tu phap|ho tich|van hoa|ke toan|tai chinh|y te|trung tam phuc vu hanh chinh cong|trung tam|"
    r"chuyen mon|khong chuyen trach|chuyen trach|phu trach \w+ \w+|nha nuoc|cong an|o day|nay|do|kia|nao|ta|minh|ten|"
    r"vua qua|hien nay|hom nay|hom qua|tu nay|da|dang|se|chi|van|cung|moi|chua|khong|co the|con|thuong|deu|thi|"
    r"truc tiep|co|lai|phai|\d+|"
    r"(?:di|den|xuong|ve) (?:(?:tan|tung) )?(?:nha|ho|thon|noi|xom)(?: dan)?)(?!\w)"
)
_ORDINARY = re.compile(
    r"(?:cap|chi tra|tra (?:ket qua|tien|luong|ho so|giay|loi|qua|phu cap)|thong bao|yeu cau|de nghi|huong dan|"
    r"tiep nhan|tiep cong dan|tiep dan|tiep nguoi|to chuc|ho tro|giai quyet|xac nhan|chung thuc|chung nhan|ky|ban hanh|"
    r"phe duyet|duyet|quyet dinh|phat|tuyen truyen|van dong|kiem tra|ra soat|thong ke|lap|ghi|goi dien|goi nguoi|"
    r"nhan tin|nhan (?:ho so|don|dang ky|giay|phan anh)|xu ly|xu phat|tam dung|dang ky|"
    r"lam (?:can cuoc|thu tuc|ho so|giay|ho|viec (?:ca|den|tu|sang|chieu|thu|buoi|ngay|gio|theo|luu dong|tai))|"
    r"nghi (?:le|tet|huu|viec|lam viec|trua|sang|chieu|thu|ngay)|huong|phuc vu|trao|tham hoi|moi|hop|chuyen ho so|"
    r"phu trach|chiu trach nhiem|la nguoi|gom|(?:trach nhiem|quyen|tham quyen|nhiem vu|mat|lich|bang) |"
    r"thu (?:le phi|phi|quy|thue|hoc phi|tien (?:rac|dien|nuoc|ve sinh)|thap|nhan|hoi)|lay (?:y kien|thong tin|van tay|"
    r"phieu)|chup anh|quet ma|cai dat|cai ung dung|cai vneid|kich hoat|cap nhat|cong bo|cong khai|tra cuu|deo|mac|hoc|"
    r"duoc (?:huong|nghi|tang|giam|tra|nhan|ho tro|bo tri|bau|bo nhiem|dao tao|cap|phep|quyen|giao|uy quyen|cu|nang|"
    r"xep|luan chuyen|tuyen|phu cap|tro cap|thue)|bi (?:cat giam|tinh gian|dieu dong|thoi viec))(?!\w)|"
    r"(?:trach nhiem|quyen|tham quyen|nhiem vu)"
)
_SENTENCE = re.compile(r"[.!?;\n]+(?!\d)")


def is_about_conduct(text: str) -> bool:
    """True when a text says how the office, or one who holds a post in it, behaves.

    A sentence about somebody who pretends says nothing of those beside it, which then are looked at one by one.
    """
    plain = seen(text)
    sentences = _SENTENCE.split(plain)
    honest = [each for each in sentences if not _PRETENDED.search(fold(each))]
    for sentence in honest if len(honest) < len(sentences) else [" ".join(sentences)]:
        folded = fold(sentence)
        who = _WHO.search(folded)
        if who and (_BEHAVES.search(folded) or _CONDUCT_MARKED.search(sentence.lower())):
            return True
        if _DOES.search(folded) or _KIN.search(folded):
            return True
    return any(_somebody_acts(each) for each in honest)


def _somebody_acts(sentence: str) -> bool:
    """True when a post holder is the subject of something that is no ordinary act of service."""
    words = re.findall(r"\w+|,", sentence)
    folded = [fold(word) or "," for word in words]
    shouted = sentence.isupper()
    place = 0
    while place < len(words):
        rest = " ".join(folded[place:])
        at_start = place == 0 or folded[place - 1] in (",", "noi", "bi", "rang")
        post = _POST.match(rest) or (_POST_AT_START.match(rest) if at_start else None)
        if post is None:
            place += 1
            continue
        after = place + len(post[0].split())
        subject = not _OBJECT.fullmatch(_before(folded, place))
        place = after = _beside(words, folded, after, shouted)
        what = " ".join(folded[after:])
        if subject and what and what[0] != "," and not _ORDINARY.match(what):
            return True
    return False


def _before(folded: list[str], place: int) -> str:
    """The word before a post, when it is not said how many hold it."""
    while place and _MANY.fullmatch(folded[place - 1]):
        place -= 1
    return folded[place - 1] if place else ""


def _beside(words: list[str], folded: list[str], place: int, shouted: bool) -> int:
    """Where it is said what the holder of a post does: behind the office, the names and the other posts."""
    while place < len(words):
        rest = " ".join(folded[place:])
        found = _BESIDE.match(rest) or _POST.match(rest)
        if found is None and words[place] == "," and _POST.match(rest[2:]):
            place += 1
        elif found is not None:
            place += len(found[0].split())
        elif words[place][0].isupper() and not shouted:
            place += 1
        else:
            break
    return place
