"""Is a figure printed or written by hand? Told by its shape.

Official documents are set in Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1.b), the number upright and the
day in italics, so a printed figure looks like one of twenty shapes. Handwriting does not, however easy it is to read.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from vanban.sources.scan.light import Grey

Shape = NDArray[np.float64]

#: Width and height to which every figure is brought before it is compared.
_WIDE, _HIGH = 16, 24
#: Figures 0 to 9 of a typeface with the measures of Times New Roman, drawn so, a bit a pixel: upright, then italic.
_DRAWN = (
    "07e01e703838381c700e700e700e700ef00fe00fe00fe00fe00fe00fe00ff00f700e700e700e700e381c18381e7007e0",
    "00c007c01fc07bc0c3c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c0ffff",
    "3fe07cf8603c601e400e000e000e000e000e001e001c001c0038007000e001c0030006000c0038007000ffffffffffff",
    "3fe07cf8603c401c401e001e001e001c001c003800f007e00078001c000e000f000f000f800fc00ec00ec01cf8f87fe0",
    "001800380078007800f801b801b80338063804380c3818381038303860384038ffffffffffff00380038003800380038",
    "7ffc7ffc7ffc60006000600060006000600060007ff0607c001e000e000f000f000f000f800fc00ec01ec01cf8f87fe0",
    "03fc0f3c1c0438043804700070007000f000f000e7f8fc3ce00ee00ee00ff00f700f700f700f700e380e1c1c0f7807f0",
    "fffffffffffec006c00c800c00180018003000300060006000c000c0018003800300070006000e000c001c0018003800",
    "07e01e78381c701e700e700e700e700e701e381c1ff80ff03c3c700e700ee00fe007e007e00ff00f700e781e3e7c0ff0",
    "0fe01e78381c701c700ef00ee00ee00fe00ff00f7007780f3c3f1fe7000f000f000e000e000e401c601c603879f03fc0",
    "01f807bc0e0e0c061c07380738073807700770077007700fe00ee00ee00ee00ee01ce01ce01ce038603070703de01f80",
    "000e003e00fc07bc003c003c00380078007800780078007000f000f000f000e000e001e001e001e001c003c003e0ffff",
    "07f80f3e0c0e080708070007000700070006000e000c001c00180030006000c0018006000c0018007000fffcfffcfff8",
    "07f80f3c0c0e08070807000700070006000e001c007803e00078001c001e000e000e000e400e400cc01cc038f9f03fc0",
    "000e001e001e003e006e00cc00cc019c031c061c061c0c181818103830386038ffffffff7ffe00700070007000700060",
    "0fff0fff0ffe08000800180018001800100010003ff01078001c001e000e000e000e000e401cc01cc01cc038f9f07f80",
    "00fe03cf07030e031c021800380038007000700077f0fe3ce01ce01ee00ee00ee00ee01ee01c601c703830383cf00fc0",
    "3fff3fff3ffe2006200c2018001800300030006000c000c0018001800300030006000c000c001800300030006000e000",
    "01f8079e0e0f1c071c071c071c071c071c0e1c1c0ff80ff01c3c301c700e600ee00ee00ee01ee01ce01c70387cf01fc0",
    "03f00f3c1c0c180e380638077807700770077007780738071e3f0fee000e000e000c001c001840384070c0e0f3c07f00",
)
#: Width to height of the same.
_ASPECTS = (
    (0.64, 0.54, 0.61, 0.63, 0.71, 0.62, 0.65, 0.63, 0.64, 0.64),
    (0.67, 0.55, 0.73, 0.71, 0.73, 0.69, 0.68, 0.73, 0.70, 0.69),
)


def printed_figure(ink: Grey) -> tuple[str, float]:
    """The figure that the ink looks most like, and how much: 1 is the very shape of print.

    ``ink`` is cut close around it; 0 is paper, 255 black.
    """
    aspect = ink.shape[1] / ink.shape[0]
    shape = _softened(Image.fromarray(ink))
    best, likeness = "", -1.0
    for index, model in enumerate(_models()):
        wide = _ASPECTS[index // 10][index % 10]
        # Thick print or a rough scan is broader than drawn, but not by half.
        if 0.7 < aspect / wide < 1.4 and (now := float((shape * model).sum())) > likeness:
            best, likeness = str(index % 10), now
    return best, likeness


@lru_cache(maxsize=1)
def _models() -> list[Shape]:
    rows = [np.unpackbits(np.frombuffer(bytes.fromhex(drawn), np.uint8)).reshape(_HIGH, _WIDE) for drawn in _DRAWN]
    return [_softened(Image.fromarray(row * 255)) for row in rows]


def _softened(picture: Image.Image) -> Shape:
    """The shape in the common size, its edges soft, with mean 0 and length 1, so that a product is a likeness."""
    small = picture.convert("L").resize((_WIDE, _HIGH), Image.Resampling.BOX)
    framed = Image.new("L", (_WIDE + 4, _HIGH + 4))
    framed.paste(small, (2, 2))
    soft = np.asarray(framed.filter(ImageFilter.GaussianBlur(1))).astype(float)
    soft -= soft.mean()
    length = float(np.sqrt(np.square(soft).sum()))
    shape: Shape = soft / length if length else soft
    return shape
