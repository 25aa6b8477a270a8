"""Pictures of pages → pages of words: what a PDF's reader gives for a text layer, read from a scan by OCR.

`need` says which pages need it. `recogniser` draws a page by PDFium, turns it upright and straightens it; the models
of rapidocr find its lines and read them; what the ink of each line shows gives its words their places and sizes.
Nothing is downloaded: the models come inside the wheel.
"""
