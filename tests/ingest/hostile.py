"""Files that are broken, locked, or made to harm, each as bytes."""

import io
import zipfile
import zlib

from docx import Document as WordDocument
from pypdf import PdfReader, PdfWriter

WORDS = "1.1 The health visitor saw the child at home and wrote down what she saw. "


def pdf(pages=1, text=WORDS, up=500):
    """A small honest PDF, built by hand: one paragraph on each page, `up` points above its foot; 780 is its head."""
    contents = f"BT /F1 11 Tf 60 {up} Td 14 TL ({text}) Tj ET".encode("latin-1")
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for page in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * page} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(contents))
    return assembled(objects)


def assembled(objects):
    """A PDF of the given objects, numbered from 1, with a right cross-reference table."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def truncated_pdf():
    """A PDF whose second half never arrived."""
    whole = pdf(pages=20)
    return whole[: len(whole) // 2]


def locked_pdf():
    """A PDF that asks for a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    writer.encrypt(user_password="secret", algorithm="AES-256")
    return _written(writer)


def pdf_without_text():
    """A PDF of one page with a drawing and no words."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        _stream(b"0.5 g 50 50 400 600 re f"),
    ]
    return assembled(objects)


def deflate_bomb(levels=3):
    """A PDF whose page unpacks to gigabytes (a stream of zeros, deflated again and again)."""
    body = zlib.compress(b" " * 50_000_000, 9)
    for _ in range(levels - 1):
        body = zlib.compress(body * 200, 9)
    filters = " ".join(["/FlateDecode"] * levels)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        f"<< /Length {len(body)} /Filter [{filters}] >>\nstream\n".encode() + body + b"\nendstream",
    ]
    return assembled(objects)


def nested_forms(depth=30):
    """A PDF whose page draws a form that draws two forms that draw two forms ...: 2 to the power of `depth` in all."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</XObject <</F 5 0 R>>>> >>",
        _stream(b"/F Do"),
    ]
    for level in range(depth):
        inner = f"/Resources << /XObject << /F {6 + level} 0 R >> >>" if level < depth - 1 else ""
        content = b"/F Do /F Do" if level < depth - 1 else b"0 0 5 5 re f"
        head = f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] {inner} /Length {len(content)} >>"
        objects.append(head.encode() + b"\nstream\n" + content + b"\nendstream")
    return assembled(objects)


def zip_archive():
    """An archive with a note in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("note.txt", "not a review")
    return out.getvalue()


def docx(text=WORDS):
    """A small honest Word document."""
    document, out = WordDocument(), io.BytesIO()
    document.add_heading("Local Child Safeguarding Practice Review", level=1)
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def docx_with_macros():
    """A Word document that carries macros (.docm under another name)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx())) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(
                    b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml"
                ).replace(
                    b"</Types>",
                    b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
                    b"</Types>",
                )
            target.writestr(name, content)
        target.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")
    return out.getvalue()


def docx_bomb():
    """A Word document whose text unpacks to a gigabyte."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx())) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name == "word/document.xml":
                continue
            target.writestr(name, source.read(name))
        with target.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(1000):
                part.write(b" " * 1_000_000)
    return out.getvalue()


def _stream(content):
    return f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _written(writer):
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
