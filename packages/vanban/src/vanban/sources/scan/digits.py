"""Is a figure printed or written by hand? Told by its shape.

Official documents are set in Times New Roman (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.1.b), the number upright and the
day in italics, so a printed figure looks like one of a few shapes. Handwriting does not, however easy it is to read.
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
#: Figures as print shows them, upright and in italics, in two cuts of the typeface: the figure, its width to its
#: height, and its pixels, a bit each.
_DRAWN = (
    ("0", 0.64, "07e01e703838381c700e700e700e700ef00fe00fe00fe00fe00fe00fe00ff00f700e700e700e700e381c18381e7007e0"),
    ("1", 0.54, "00c007c01fc07bc0c3c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c003c0ffff"),
    ("2", 0.61, "3fe07cf8603c601e400e000e000e000e000e001e001c001c0038007000e001c0030006000c0038007000ffffffffffff"),
    ("3", 0.63, "3fe07cf8603c401c401e001e001e001c001c003800f007e00078001c000e000f000f000f800fc00ec00ec01cf8f87fe0"),
    ("4", 0.71, "001800380078007800f801b801b80338063804380c3818381038303860384038ffffffffffff00380038003800380038"),
    ("5", 0.62, "7ffc7ffc7ffc60006000600060006000600060007ff0607c001e000e000f000f000f000f800fc00ec01ec01cf8f87fe0"),
    ("6", 0.65, "03fc0f3c1c0438043804700070007000f000f000e7f8fc3ce00ee00ee00ff00f700f700f700f700e380e1c1c0f7807f0"),
    ("7", 0.63, "fffffffffffec006c00c800c00180018003000300060006000c000c0018003800300070006000e000c001c0018003800"),
    ("8", 0.64, "07e01e78381c701e700e700e700e700e701e381c1ff80ff03c3c700e700ee00fe007e007e00ff00f700e781e3e7c0ff0"),
    ("9", 0.64, "0fe01e78381c701c700ef00ee00ee00fe00ff00f7007780f3c3f1fe7000f000f000e000e000e401c601c603879f03fc0"),
    ("0", 0.67, "01f807bc0e0e0c061c07380738073807700770077007700fe00ee00ee00ee00ee01ce01ce01ce038603070703de01f80"),
    ("1", 0.55, "000e003e00fc07bc003c003c00380078007800780078007000f000f000f000e000e001e001e001e001c003c003e0ffff"),
    ("2", 0.73, "07f80f3e0c0e080708070007000700070006000e000c001c00180030006000c0018006000c0018007000fffcfffcfff8"),
    ("3", 0.71, "07f80f3c0c0e08070807000700070006000e001c007803e00078001c001e000e000e000e400e400cc01cc038f9f03fc0"),
    ("4", 0.73, "000e001e001e003e006e00cc00cc019c031c061c061c0c181818103830386038ffffffff7ffe00700070007000700060"),
    ("5", 0.69, "0fff0fff0ffe08000800180018001800100010003ff01078001c001e000e000e000e000e401cc01cc01cc038f9f07f80"),
    ("6", 0.68, "00fe03cf07030e031c021800380038007000700077f0fe3ce01ce01ee00ee00ee00ee01ee01c601c703830383cf00fc0"),
    ("7", 0.73, "3fff3fff3ffe2006200c2018001800300030006000c000c0018001800300030006000c000c001800300030006000e000"),
    ("8", 0.70, "01f8079e0e0f1c071c071c071c071c071c0e1c1c0ff80ff01c3c301c700e600ee00ee00ee01ee01ce01c70387cf01fc0"),
    ("9", 0.69, "03f00f3c1c0c180e380638077807700770077007780738071e3f0fee000e000e000c001c001840384070c0e0f3c07f00"),
    ("0", 0.62, "03c00e701c18381c301c700e700e700ff00ff00ff00ff00ff00ff00ff00ff00ff00f700e700e301c381c18180e7003c0"),
    ("1", 0.38, "00e00fe0ffe007e003e003e003e003e003e003e003e003e003e003e003e003e003e003e003e003e003e003e007e07fff"),
    ("2", 0.65, "07c01ff03ff8307c603c401e001e001c001c001c0018001800300060006000c00180030006000c0018033ffe7ffefffe"),
    ("3", 0.54, "07e01ff838fc603cc01e001e001c00180018006000f007fc00fe003e000f000f000700070007000e000cf018fff07f80"),
    ("4", 0.67, "00380038007800f800f801b80338063804380c3818381038303860384038ffffffffffff003800380038003800380038"),
    ("5", 0.57, "03ff07ff07fe0c00080018003e003fc07ff007f800fc003e001e000f000f0007000700060006000c6018f030ffe03f00"),
    ("6", 0.60, "001e00f001c003800f000e001c003c00780079f07ffcf83ef01ef00ff00ff00ff00ff007700f780e380c1c1c0e3803e0"),
    ("7", 0.62, "3fff3fff7ffe6006c00e800c000c001c001800180038003000700060006000e000c000c001c001800180030003000300"),
    ("8", 0.55, "0ff03838700e700ee00ff00ff00e780c7e383f701fc007e007f018fc307e703ef00fe00fe007e007f007700e3c1c0fe0"),
    ("9", 0.60, "07e01c703838701c700ef00ee00ff00ff00ff00ff00f780f7c1f3ffe0fde001e001c0038007800f000e0038007007800"),
    ("0", 0.63, "00f8038c07060e060c071c073c07380738077807700f700ff00ee00ee01ee01ce01ce03ce038e030607060e031c01f00"),
    ("1", 0.53, "000f00ff001e001e001e001c003c003c00780078007000f000f000e001e001e001c003c003800380078007000f80ffe0"),
    ("2", 0.67, "00f801fc03fe061f040f00070007000700060006000c000c00180030006000c00180030006000c00180838387ff0fff0"),
    ("3", 0.61, "007801fe031f020f00070007000e000c003800e007f001f8007c003c003c001c001c001c001800384030f060ffc03e00"),
    ("4", 0.70, "00020006000e001e003c007c005c00980198033806380c30183030706060fff8fffcfff800c000c000c001c001800180"),
    ("5", 0.66, "00ff01ff01fe03000200060007800fe007f000f800780038003c001c001c001800180018003000204060f0c0ff007c00"),
    ("6", 0.68, "0007003c00f001c0038007000f001e003dc03ff038387038701c701ce01ce01ce03ce038c038c070607060e031c01f00"),
    ("7", 0.62, "1fff3fff7ffe600c801c001800300030006000c000c0018001800300030006000c001c001800300030006000c000c000"),
    ("8", 0.65, "00f8030c060606030e030e030e070706078c03d803e007e00cf038787038603ce01cc01cc01cc0186018603030e00f80"),
    ("9", 0.68, "00f8038c07060e060e071c071c073c0738073807380e380e1c0e1c1c0ffc07f80078007000e001c003800f001c00e000"),
)


def printed_figure(ink: Grey) -> tuple[str, float]:
    """The figure that the ink looks most like, and how much: 1 is the very shape of print.

    ``ink`` is cut close around it; 0 is paper, 255 black.
    """
    aspect = ink.shape[1] / ink.shape[0]
    shape = _softened(Image.fromarray(ink))
    best, likeness = "", -1.0
    for (figure, wide, _), model in zip(_DRAWN, _models(), strict=True):
        # Thick print or a rough scan is broader than drawn, but not by half.
        if 0.7 < aspect / wide < 1.4 and (now := float((shape * model).sum())) > likeness:
            best, likeness = figure, now
    return best, likeness


@lru_cache(maxsize=1)
def _models() -> list[Shape]:
    bits = [np.unpackbits(np.frombuffer(bytes.fromhex(drawn), np.uint8)) for _, _, drawn in _DRAWN]
    return [_softened(Image.fromarray(row.reshape(_HIGH, _WIDE) * 255)) for row in bits]


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
