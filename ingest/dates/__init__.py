"""Dates as reports print them, read into EDTF: no Django, no outline, words only."""
