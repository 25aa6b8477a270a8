"""The timeline of a review, as a picture to scale: moments (what), a drawing (where), words for both."""
