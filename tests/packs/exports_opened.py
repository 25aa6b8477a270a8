"""Opening made files in LibreOffice, as whoever gets them does."""

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(
    not OFFICE, reason="LibreOffice is not installed; the files are tested by their parts"
)


def as_pdf(made: bytes, name: str, folder: Path) -> bytes:
    """Return what LibreOffice makes of a file without asking anybody; it makes nothing of one that needs repair."""
    file = folder / name
    file.write_bytes(made)
    home = f"-env:UserInstallation=file://{folder / 'office'}"
    command = [str(OFFICE), home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return file.with_suffix(".pdf").read_bytes()
