"""The models: where lines of text stand in a picture, and what each says, character by character.

They are rapidocr's, files of its wheel, run by onnxruntime; of rapidocr's own code only the finding of outlines in
what the first model gives is used, so that nothing here can ever ask for a download.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from ingest.ocr.ink import Pixels

Corners = npt.NDArray[np.float32]

FINDER, READER = "PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx"
# Two threads halve the time; more take processors from the site's own work.
THREADS = 2
# Lines are looked for in a picture of at most this many pixels along its longer side, and at least so many along its
# shorter: the size of type that the model was taught with.
LONGEST_SIDE, SHORTEST_SIDE = 1600, 736
# The reader takes lines of this many pixels in height, and at least so many in width.
LINE_HEIGHT, LINE_WIDTH = 48, 320
# A character less sure than this, 0 to 1, might be the next likely one.
DOUBTFUL = 0.9
# What reports are printed with: Latin letters with accents, Welsh ones too, and these signs. The models know
# thousands more, and take a comma for a Chinese one where they may.
LETTERS = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xC0, 0x180)))
SIGNS = "£§©®°±·½¼¾¹²³⁰⁴⁵⁶⁷⁸⁹–—‘’“”†‡•…€™→■□▪●○►✓☐☑☒≤≥×÷"


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line as it was recognised.

    `corners` are its top left, top right, bottom right and bottom left in the picture. `across` is for each
    character of `text` how far along the line its middle stands, 0 to 1, `others` what it might be instead, None
    where that is sure. `sureness` is 0 to 1.
    """

    text: str
    across: tuple[float, ...]
    others: tuple[str | None, ...]
    sureness: float
    corners: Corners


class Engine:
    """The two models, loaded when first needed: that takes a second and some hundred megabytes."""

    def find_lines(self, pixels: Pixels) -> list[Corners]:
        """Return the corners of each line in a picture, top to bottom."""
        height, width = pixels.shape
        factor = min(LONGEST_SIDE / max(height, width), 1.0)
        size = max(round(width * factor), 1), max(round(height * factor), 1)
        small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
        batch = self._prepare(cv2.cvtColor(small, cv2.COLOR_GRAY2BGR))
        if batch is None:
            return []
        boxes, _ = self._outlines(_run(self._finder, batch), small.shape)
        lines = [np.asarray(box, dtype=np.float32) / factor for box in boxes]
        return sorted(lines, key=lambda corners: (round(float(corners[0][1])), float(corners[0][0])))

    def read_lines(self, pixels: Pixels, lines: Sequence[Corners]) -> list[ReadLine]:
        """Return what those lines of a picture say, empty ones left out."""
        read = (self._read_line(pixels, corners) for corners in lines)
        return [line for line in read if line is not None]

    def _read_line(self, pixels: Pixels, corners: Corners) -> ReadLine | None:
        strip = cut_out(pixels, corners)
        height, width = strip.shape
        used = max(round(LINE_HEIGHT * width / height), 1)
        line = cv2.resize(strip, (used, LINE_HEIGHT), interpolation=cv2.INTER_LINEAR)
        batch = np.zeros((1, 3, LINE_HEIGHT, max(used, LINE_WIDTH)), dtype=np.float32)
        batch[0, :, :, :used] = line.astype(np.float32) / 127.5 - 1.0
        chances = _run(self._reader, batch)[0][:, self._kept]
        return self._decoded(chances, used / batch.shape[3], corners)

    def _decoded(self, chances: npt.NDArray[np.float32], used: float, corners: Corners) -> ReadLine | None:
        """Return the line that the chances of each character at each step along it spell out."""
        best, sure = chances.argmax(axis=1), chances.max(axis=1)
        # A character that goes on over several steps is one; the first kind stands for nothing between two.
        steps = [step for step, kind in enumerate(best) if kind and (step == 0 or kind != best[step - 1])]
        text = "".join(self._characters[best[step]] for step in steps)
        if not text.strip():
            return None
        across = tuple(min((step + 0.5) / len(best) / used, 1.0) for step in steps)
        others = tuple(self._other(chances[step]) if sure[step] < DOUBTFUL else None for step in steps)
        return ReadLine(text, across, others, float(sure[steps].mean()), corners)

    def _other(self, chances: npt.NDArray[np.float32]) -> str:
        """Return the second likeliest character."""
        return self._characters[int(np.argsort(chances)[-2])]

    @cached_property
    def _finder(self) -> Any:
        return _session(FINDER)

    @cached_property
    def _reader(self) -> Any:
        return _session(READER)

    @cached_property
    def _prepare(self) -> Any:
        from rapidocr.ch_ppocr_det.utils import DetPreProcess

        return DetPreProcess(SHORTEST_SIDE, "min", [0.5] * 3, [0.5] * 3)

    @cached_property
    def _outlines(self) -> Any:
        from rapidocr.ch_ppocr_det.utils import DBPostProcess

        return DBPostProcess(thresh=0.3, box_thresh=0.5, max_candidates=1500, unclip_ratio=1.6, use_dilation=True)

    @cached_property
    def _known(self) -> list[str]:
        """Return the characters that the reader tells apart; the first stands for none, the last is the space."""
        return ["", *self._reader.get_modelmeta().custom_metadata_map["character"].splitlines(), " "]

    @cached_property
    def _kept(self) -> npt.NDArray[np.int64]:
        wanted = set(LETTERS + SIGNS)
        return np.array([0, *(index for index, sign in enumerate(self._known) if sign in wanted)])

    @cached_property
    def _characters(self) -> list[str]:
        return [self._known[index] for index in self._kept]


def cut_out(pixels: Pixels, corners: Corners) -> Pixels:
    """Return the strip of a picture between four corners, made level."""
    width = max(round(float(np.linalg.norm(corners[1] - corners[0]))), 2)
    height = max(round(float(np.linalg.norm(corners[3] - corners[0]))), 2)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    turning = cv2.getPerspectiveTransform(corners, target)
    strip = cv2.warpPerspective(
        pixels, turning, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return strip.astype(np.uint8)


def _session(model: str) -> Any:
    import onnxruntime
    import rapidocr

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = THREADS, 1
    # Threads that wait must not burn the processor, and memory goes back after each line.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    path = Path(rapidocr.__file__).parent / "models" / model
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _run(session: Any, batch: npt.NDArray[np.float32]) -> Any:
    return session.run(None, {session.get_inputs()[0].name: batch})[0]
