"""PDFs of a few lines of text, written by hand so that tests need no typesetting."""


def pdf_of(*pages: str, width: int = 595, height: int = 842) -> bytes:
    """A PDF with one page for each text."""
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for number, text in enumerate(pages):
        content = f"BT /F 24 Tf 72 {height - 100} Td ({text}) Tj ET"
        size = f"/MediaBox [0 0 {width} {height}]"
        objects += [
            f"<< /Type /Page /Parent 2 0 R {size} /Contents {4 + 2 * number} 0 R /Resources {font} >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    body, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
    return f"{body}{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF".encode()
