"""Broken copies of files: bytes changed, cut, doubled and swapped, numbers made odd, parts of two files spliced.

The same seed makes the same copy, so that what fell once can be made to fall again.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random

# Numbers at which readers stumble: none, negative, past 32 and 64 bits, past every float, not written as numbers.
ODD_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"2147483648",
    b"-2147483649",
    b"99999999999999999999",
    b"1e308",
    b"0.0000001",
)
ODD_WORDS = (
    b"\0",
    b"\xff\xfe",
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b"endstream",
    b"endobj",
    b"null",
    b"/",
    b"%%EOF",
    b"<",
    b"&#xD800;",
)
_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_OBJECT = re.compile(rb"\d+ 0 obj\b.*?\bendobj", re.DOTALL)
_STREAM = re.compile(
    rb"/Filter\s*/FlateDecode(?P<rest>(?:(?!endobj).){0,400}?)stream\r?\n(?P<body>.*?)endstream", re.DOTALL
)
# So many changes are made to one copy at most.
MOST_CHANGES = 12

Change = Callable[[bytes, Random], bytes]


def mutated(source: bytes, other: bytes, seed: int) -> bytes:
    """Return a broken copy of `source`, into which parts of `other` may be spliced."""
    chance = Random(seed)  # noqa: S311
    if source.startswith(b"PK") and chance.random() < 0.8:
        return _with_a_part_broken(source, chance)
    if source.startswith(b"%PDF-") and chance.random() < 0.7:
        source = with_streams_unpacked(source)
    if chance.random() < 0.15:
        source = _spliced(source, other, chance)
    return _changed(source, chance)


def with_streams_unpacked(source: bytes) -> bytes:
    """Return a PDF whose deflated streams stand plain: a bit changed in a deflated one only makes it unreadable.

    The table of places is wrong then; readers find the objects all the same.
    """
    return _STREAM.sub(_unpacked, source)


def _unpacked(stream: re.Match[bytes]) -> bytes:
    try:
        body = zlib.decompressobj().decompress(stream["body"], 10_000_000)
    except zlib.error:
        return stream[0]
    rest = re.sub(rb"/Length\s+\d+(?!\s+\d+\s+R)", b"/Length %d" % len(body), stream["rest"])
    return rest + b"stream\n" + body + b"\nendstream"


def _changed(source: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, MOST_CHANGES)):
        source = chance.choice(CHANGES)(source, chance)
    return source


def _with_a_part_broken(source: bytes, chance: Random) -> bytes:
    """Return an archive one of whose parts is broken, under its own name or another part's."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        names = archive.namelist()
        texts = [name for name in names if name.startswith("word/") and name.endswith(".xml")]
        broken = chance.choice(texts or names)
        for name in names:
            part = archive.read(name)
            target.writestr(name, _changed(part, chance) if name == broken else part)
    return out.getvalue()


def _spliced(source: bytes, other: bytes, chance: Random) -> bytes:
    start, end = _stretch(other, chance)
    place = chance.randint(0, len(source))
    return source[:place] + other[start:end] + source[place:]


def _stretch(source: bytes, chance: Random) -> tuple[int, int]:
    """Return the start and the end of some stretch, short ones more often."""
    start = chance.randint(0, len(source))
    return start, min(start + int(2 ** chance.uniform(0, 14)), len(source))


def _flip_bits(source: bytes, chance: Random) -> bytes:
    changed = bytearray(source)
    for _ in range(min(chance.randint(1, 20), len(changed))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut_off(source: bytes, chance: Random) -> bytes:
    return source[: chance.randint(len(source) // 2, len(source))]


def _leave_out(source: bytes, chance: Random) -> bytes:
    start, end = _stretch(source, chance)
    return source[:start] + source[end:]


def _double(source: bytes, chance: Random) -> bytes:
    start, end = _stretch(source, chance)
    return source[:end] + source[start:end] * chance.choice((1, 1, 2, 50)) + source[end:]


def _swap(source: bytes, chance: Random) -> bytes:
    (first, behind), (second, end) = sorted((_stretch(source, chance), _stretch(source, chance)))
    if behind > second:
        return source
    return source[:first] + source[second:end] + source[behind:second] + source[first:behind] + source[end:]


def _odd_number(source: bytes, chance: Random) -> bytes:
    return _replaced(source, _NUMBER, chance.choice(ODD_NUMBERS), chance)


def _odd_word(source: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(source))
    return source[:place] + chance.choice(ODD_WORDS) + source[place:]


def _swap_objects(source: bytes, chance: Random) -> bytes:
    """Return a PDF in which what one object holds stands under another's number too."""
    objects = _OBJECT.findall(source)
    if not objects:
        return _swap(source, chance)
    body = chance.choice(objects).partition(b"obj")[2]
    number = chance.choice(objects).partition(b"obj")[0]
    return _replaced(source, _OBJECT, number + b"obj" + body, chance)


def _replaced(source: bytes, pattern: re.Pattern[bytes], replacement: bytes, chance: Random) -> bytes:
    places = [match.span() for match in pattern.finditer(source)]
    if not places:
        return source
    start, end = chance.choice(places)
    return source[:start] + replacement + source[end:]


CHANGES: Sequence[Change] = (
    _flip_bits,
    _cut_off,
    _leave_out,
    _double,
    _swap,
    _odd_number,
    _odd_number,
    _odd_word,
    _swap_objects,
)
