"""Pictures across reviews: what is counted (counts), what is kept back (suppression), how it is drawn (specs, drawing).

Each picture has its table, a sentence that says it, and links from its marks to the lists that they count.
"""
