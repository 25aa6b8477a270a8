"""Vega-Lite specifications drawn as SVG that can stand in a page: its own addresses, a name on every link."""

import hashlib
import json
import re
from typing import Any

import vl_convert
from django.core.cache import caches
from django.utils.html import escape
from django.utils.safestring import SafeString

from reviews.insight.specs import SITE

# The letters of nearly all words of a picture are as large: it is said once for all of them.
SIZE = ' font-size="14px"'
FONT = f"font-family=\"'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif\"{SIZE}"
# <a xlink:href="..." ...><path aria-label="..." .../></a>
LINK = re.compile(r'<a xlink:href="([^"]*)"[^>]*>(<path aria-label="([^"]*)"[^>]*/>)</a>')
# What says nothing, or is said better elsewhere: Vega's own names (the table beside a picture names what leads
# nowhere), its fonts on every word, elements that draw nothing.
NEEDLESS = re.compile(
    r' (?:role|aria-[a-z]+|font-family|pointer-events|class)="[^"]*"| opacity="1"| stroke-miterlimit="10"'
    r'|<path(?: [a-z-]+="[^"]*")* d="(?:M0,0h0v0h0Z)?"(?: [a-z-]+="[^"]*")*/>'
)
# Goes up when the same specification gives another SVG, so that none is taken for it that is kept.
FORM = 2
IDS = re.compile(r'\b(id="|url\(#)([\w-]+)')


def svg_of(spec: dict[str, Any], *, name: str, label: str) -> SafeString:
    """Return the picture; `name` keeps its ids apart from other pictures' on a page, `label` is what it is called."""
    drawn = IDS.sub(lambda match: f"{match[1]}{name}-{match[2]}", _drawn_or_kept(json.dumps(spec, sort_keys=True)))
    return SafeString(drawn.replace("<svg ", f'<svg role="group" aria-label="{escape(label)}" {FONT} ', 1))


def _drawn_or_kept(spec: str) -> str:
    """Return a specification as SVG; drawing takes a tenth of a second, and the same pictures are asked for again."""
    key = hashlib.sha256(f"{FORM} {spec}".encode()).hexdigest()
    kept = caches["pictures"].get(key)
    if kept is None:
        kept = plain(str(vl_convert.vegalite_to_svg(json.loads(spec))))
        caches["pictures"].set(key, kept)
    return str(kept)


def plain(svg: str) -> str:
    """Return Vega's SVG with addresses of this site only, a title in each link, and nothing that is not needed."""
    links: list[str] = []

    def link(match: re.Match[str]) -> str:
        address, mark, said = match.groups()
        path = address.removeprefix(SITE)
        leads = address.startswith(f"{SITE}/")
        bare = NEEDLESS.sub("", mark)
        links.append(f'<a href="{path}"><title>{said}</title>{bare}</a>' if leads else bare)
        return f"\0{len(links) - 1}\0"

    bare = NEEDLESS.sub("", LINK.sub(link, svg)).replace(SIZE, "")
    return re.sub(r"\0(\d+)\0", lambda match: links[int(match[1])], bare)
