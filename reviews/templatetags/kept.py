"""{% kept "name" %} ... {% endkept %}: a part of a page that is kept (reviews.kept_parts.kept_page)."""

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

register = template.Library()


class KeptNode(template.Node):
    """Writes its part out once, and again from where it is kept."""

    def __init__(self, name: FilterExpression, nodes: NodeList) -> None:
        self.name = name
        self.nodelist = nodes

    def render(self, context: Context) -> SafeString:
        """Return the part."""
        parts: dict[str, SafeString] = context["kept"]
        name = self.name.resolve(context)
        if name not in parts:
            parts[name] = self.nodelist.render(context)
        return parts[name]


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Return the node of a part by its name."""
    _, name = token.split_contents()
    nodes = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(parser.compile_filter(name), nodes)
