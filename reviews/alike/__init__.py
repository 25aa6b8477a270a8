"""What says nearly the same: items and reviews that are like another, recommendations made again and again.

No outside service: words in common, weighed by how rare they are. docs/likeness.md says how, and how well it does.
"""
