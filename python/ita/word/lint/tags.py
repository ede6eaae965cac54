"""The tags of one story: each read by itself, so that one fault hides no other, and each opening with its closing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jinja2 import nodes
from jinja2.exceptions import TemplateError

from ita.word.filling import grammar
from ita.word.filling.engine import environment
from ita.word.filling.stories import Place, around, paragraphs, places, text_of
from ita.word.filling.tags import block_tag, find_tags, is_merge, straightened
from ita.word.filling.template_faults import explain, forbidden_sentence
from ita.word.lint import plain
from ita.word.lint.faults import Fault
from ita.word.lint.names import Names, nearest
from ita.word.parts import xml
from ita.word.views import ReportContext, shapes
from ita.word.views.shapes import Shape

_WORDS = ("if", "elif", "else", "endif", "for", "endfor")
_MAKING = ("set", "macro", "block", "call", "filter", "with", "autoescape", "raw", "do", "trans")
_FOREIGN = frozenset({*_MAKING, "include", "import", "from", "extends", "break", "continue"})
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: its text with straight quotes, how far it reaches (``p``, ``tr``, ``tc``, empty in a line), its body."""

    text: str
    reach: str
    body: str
    place: Place
    paragraph: xml.Element

    @property
    def word(self) -> str:
        """The first word of a command."""
        return (self.body.split() or [""])[0]

    def container(self) -> xml.Element | None:
        """Return the element in which the tag that belongs to this one must stand too."""
        match self.reach:
            case "p":
                return self.paragraph.getparent()
            case "tr":
                return around(self.paragraph, "w:tbl")
            case "tc":
                return around(self.paragraph, "w:tr")
            case _:
                return self.paragraph


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end; ``names`` are those that its loop hides, to be shown again."""

    tag: Tag
    container: xml.Element | None
    names: dict[str, Shape | None]
    has_else: bool = False


@dataclass(slots=True)
class _Story:
    names: Names = field(default_factory=Names)
    opened: list[_Open] = field(default_factory=list[_Open])
    faults: list[Fault] = field(default_factory=list[Fault])

    def add(self, code: str, place: Place, **values: str) -> None:
        """Note a fault."""
        self.faults.append(Fault(code, place, values))


def check(part: str, root: xml.Element) -> list[Fault]:
    """Return the faults of all tags of a part."""
    story = _Story()
    for paragraph, place in zip(paragraphs(root), places(part, root), strict=True):
        text = text_of(paragraph)
        spans = find_tags(text)
        for code, values in plain.faults(text, {*shapes.members(ReportContext), *story.names.scope}):
            story.add(code, place, **values)
        for span in spans:
            tag = text[span.start : span.end]
            try:
                _check_tag(story, tag, paragraph, place)
            except RecursionError as error:
                story.add("tag.syntax", place, tag=tag, detail=explain(error))
    for left in story.opened:
        story.add("block.unclosed", left.tag.place, tag=left.tag.text, closing=_ending(left.tag))
    return story.faults


def _check_tag(story: _Story, text: str, paragraph: xml.Element, place: Place) -> None:
    plain = straightened(text)
    if plain.startswith("{#"):
        return
    if _INVISIBLE.search(plain):
        story.add("tag.invisible", place, tag=_INVISIBLE.sub("", plain))
        plain = _INVISIBLE.sub("", plain)
    if plain != text.replace("\n", " "):
        story.add("tag.curly", place, tag=plain)
    block = block_tag(plain)
    reach, body = block if block is not None else ("", plain[2:-2].strip("-+ "))
    tag = Tag(plain, reach, body, place, paragraph)
    if reach in {"tr", "tc"} and around(paragraph, "w:tc") is None:
        story.add("tag.outside", place, tag=plain)
    if plain.startswith("{{"):
        _check_print(story, tag)
    elif is_merge(plain):
        _check_merge(story, tag)
    else:
        _check_company(story, tag)
        _check_command(story, tag)


def _check_print(story: _Story, tag: Tag) -> None:
    tree = _tree(story, tag, f"{{{{{tag.body}}}}}")
    for output in tree.find_all(nodes.Output) if tree is not None else ():
        for expression in output.nodes:
            story.names.printed(expression)
    _take(story, tag)


def _check_merge(story: _Story, tag: Tag) -> None:
    in_rows = any(o.tag.word == "for" and o.tag.reach == "tr" for o in story.opened)
    if around(tag.paragraph, "w:tc") is None or not in_rows:
        story.add("tag.merge", tag.place, tag=tag.text)


def _check_company(story: _Story, tag: Tag) -> None:
    """A paragraph, row or cell tag takes everything in its paragraph, row or cell along; hidden help is meant to go."""
    if not tag.reach:
        return
    holder = {"p": tag.paragraph, "tr": around(tag.paragraph, "w:tr"), "tc": around(tag.paragraph, "w:tc")}[tag.reach]
    if holder is None:
        return
    shown = "".join(text.text or "" for text in _visible(holder))
    rest = plain.without_tags(shown).replace("\x00", " ").strip()
    lost = [shown[s.start : s.end] for s in find_tags(shown) if shown[s.start : s.end].startswith("{{")]
    if rest or lost:
        thai = {"p": "ย่อหน้า", "tr": "แถว", "tc": "ช่อง"}[tag.reach]
        english = {"p": "paragraph", "tr": "row", "tc": "cell"}[tag.reach]
        story.add("tag.company", tag.place, text=rest or lost[0], tag=tag.text, holder=thai, holder_en=english)


def _visible(holder: xml.Element) -> Iterator[xml.Element]:
    for text in holder.iter(xml.name("w:t")):
        run = text.getparent()
        if run is None or run.find("w:rPr/w:vanish", xml.NAMESPACES) is None:
            yield text


def _check_command(story: _Story, tag: Tag) -> None:
    match tag.word:
        case "if" | "for":
            _open(story, tag)
        case "elif" | "else":
            _go_on(story, tag)
        case "endif" | "endfor":
            _close(story, tag)
        case word if word in _FOREIGN or word.removeprefix("end") in _FOREIGN:
            story.add(
                "tag.forbidden", tag.place, tag=tag.text, detail=forbidden_sentence(word if word != "set" else "assign")
            )
        case "p" | "tr" | "tc" as kind:
            story.add(
                "tag.unknown",
                tag.place,
                tag=tag.text,
                name=kind,
                meant=f"{{%{kind} {tag.body[len(kind) :].strip()} %}}",
            )
        case word:
            meant = _command_meant(word)
            story.add("tag.unknown", tag.place, tag=tag.text, name=word, meant=meant)
            if meant in _WORDS:
                # Read as what was meant, so that its partner is not called lonely as well.
                _check_command(story, replace(tag, body=tag.body.replace(word, meant, 1)))


def _command_meant(word: str) -> str:
    """Return the command that was probably meant; ``{%pif`` lacks a space."""
    for reach in ("p", "tr", "tc"):
        if word.startswith(reach) and word.removeprefix(reach) in _WORDS:
            return f"{{%{reach} {word.removeprefix(reach)} … %}}"
    return nearest(word, _WORDS)


def _open(story: _Story, tag: Tag) -> None:
    tree = _tree(story, tag, f"{{% {tag.body} %}}{{% end{tag.word} %}}")
    hidden: dict[str, Shape | None] = {}
    for node in tree.body if tree is not None else ():
        if isinstance(node, nodes.If):
            story.names.shape(node.test)
        if isinstance(node, nodes.For):
            hidden = _bind(story, node)
    if tree is None and tag.word == "for":
        hidden = _bind_unknown(story, tag)
    _take(story, tag)
    story.opened.append(_Open(tag, tag.container(), hidden))


def _bind(story: _Story, loop: nodes.For) -> dict[str, Shape | None]:
    """Give the loop's names their shapes and return the scope before; a test of the loop is followed too."""
    before = dict(story.names.scope)
    item = story.names.looped(loop.iter)
    targets = [loop.target] if isinstance(loop.target, nodes.Name) else list(loop.target.find_all(nodes.Name))
    single = len(targets) == 1
    story.names.scope |= {target.name: item if single else None for target in targets} | {"loop": None}
    if loop.test is not None:
        story.names.shape(loop.test)
    return before


def _bind_unknown(story: _Story, tag: Tag) -> dict[str, Shape | None]:
    """Let the name of a loop that could not be read be known, so that its uses are no further faults."""
    before = dict(story.names.scope)
    words = tag.body.split()
    if len(words) > 1:
        story.names.scope |= {words[1].strip(","): None, "loop": None}
    return before


def _go_on(story: _Story, tag: Tag) -> None:
    if tag.word == "elif":
        tree = _tree(story, tag, f"{{% if 1 %}}{{% {tag.body} %}}{{% endif %}}")
        for node in tree.find_all(nodes.If) if tree is not None else ():
            for branch in node.elif_:
                story.names.shape(branch.test)
        _take(story, tag)
    if not story.opened or (tag.word == "elif" and story.opened[-1].tag.word != "if"):
        story.add("block.unopened", tag.place, tag=tag.text, opening="{% if … %}")
        return
    top = story.opened[-1]
    if top.has_else:
        story.add("block.else", tag.place, tag=tag.text, opening=top.tag.text)
    top.has_else = top.has_else or tag.word == "else"
    _check_pair(story, top, tag)


def _close(story: _Story, tag: Tag) -> None:
    word = tag.word.removeprefix("end")
    if all(opened.tag.word != word for opened in story.opened):
        story.add("block.unopened", tag.place, tag=tag.text, opening=f"{{%{tag.reach} {word} … %}}")
        return
    while True:
        top = story.opened.pop()
        if top.tag.word == "for":
            story.names.scope = dict(top.names)
        if top.tag.word == word:
            break
        story.add("block.unclosed", top.tag.place, tag=top.tag.text, closing=_ending(top.tag))
    _check_pair(story, top, tag)


def _check_pair(story: _Story, top: _Open, tag: Tag) -> None:
    if top.tag.reach != tag.reach:
        story.add("block.kind", tag.place, tag=tag.text, opening=top.tag.text)
    elif top.container is not tag.container():
        story.add("block.place", tag.place, tag=tag.text, opening=top.tag.text)


def _ending(tag: Tag) -> str:
    return f"{{%{tag.reach} end{tag.word} %}}"


def _tree(story: _Story, tag: Tag, source: str) -> nodes.Template | None:
    """Return the tag's tree, None when it cannot be read or says what no template may."""
    try:
        tree = environment("thai").parse(source)
        refused = next((reason for node in grammar.below(tree) if (reason := grammar.forbidden(node))), "")
    except (TemplateError, RecursionError, MemoryError, ValueError) as error:
        story.add("tag.syntax", tag.place, tag=tag.text, detail=explain(error))
        return None
    if refused:
        story.add("tag.forbidden", tag.place, tag=tag.text, detail=forbidden_sentence(refused))
        return None
    return tree


def _take(story: _Story, tag: Tag) -> None:
    """Move what the names of a tag showed to the faults of the story."""
    for code, values in story.names.found:
        story.add(code, tag.place, **values)
    story.names.found.clear()
