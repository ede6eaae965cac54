"""What templates may print, and what they may not do."""

from __future__ import annotations

import pytest
from jinja2 import TemplateError

from ita.word.filling.engine import MAX_CHARACTERS, TooMuchError, UndefinedNameError, environment, fill
from ita.word.parts.printable import printable
from ita.word.views import AgencyView, ScoreView

ATTACKS = [
    "{{ agency.__class__ }}",
    "{{ agency.__class__.__mro__ }}",
    "{{ ''.__class__.__base__.__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ range(1000000000) }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 10 ** 1000000 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{0.__class__}'.format(agency) }}",
    "{{ agency.format('x') }}",
    "{{ agency|attr('__class__') }}",
    "{{ agency|map('upper') }}",
    "{{ agency.upper }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{% for x in agency recursive %}{{ loop(agency) }}{% endfor %}",
]


@pytest.mark.parametrize("source", ATTACKS)
def test_templates_cannot_run_anything(source: str) -> None:
    """Calls, private names, powers and foreign files are refused."""
    with pytest.raises((TemplateError, TypeError)):
        environment("thai").from_string(source).render(agency="อบต.")


@pytest.mark.parametrize(
    "source",
    [
        "{{ totl }}",
        "{{ total.scoer }}",
        "{% if totl %}{% endif %}",
        "{% for x in totl %}{% endfor %}",
        "{{ totl.a.b }}",
    ],
)
def test_undefined_names_are_named(source: str) -> None:
    """Whatever is done with an unknown name, the error carries it."""
    with pytest.raises(UndefinedNameError) as caught:
        environment("thai").from_string(source).render(total=ScoreView("1.00", 1.0))
    assert caught.value.name in {"totl", "scoer"}


def test_values_have_one_way_to_be_printed() -> None:
    """None and truth values print nothing, numbers have the report's digits, markup is escaped."""
    env = environment("thai")
    source = "{{ nothing }}|{{ yes }}|{{ number }}|{{ share }}|{{ text }}|{{ score }}"
    values = {"nothing": None, "yes": True, "number": 12, "share": 0.1 + 0.2, "text": "<ก>&", "score": ScoreView("๑")}
    assert env.from_string(source).render(values) == "||๑๒|๐.๓๐|&lt;ก&gt;&amp;|๑"


def test_a_value_with_parts_is_not_printed_as_a_whole() -> None:
    """Printing a tuple would show Python, so it is an error."""
    with pytest.raises(UndefinedNameError):
        environment("thai").from_string("{{ items }}").render(items=("a",))


def test_data_is_never_a_template() -> None:
    """Tags inside the data come out as they are."""
    assert environment("thai").from_string("{{ text }}").render(text="{{ 7 + 7 }}") == "{{ 7 + 7 }}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x00b\x0cc\x1fd", "abcd"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("\ud800ก\uffff", "ก"),
        ("น้ำ\u200d\u200b\u00a0", "น้ำ\u200d\u200b\u00a0"),
        ("\t", "\t"),
    ],
)
def test_only_what_xml_cannot_hold_is_left_out(text: str, expected: str) -> None:
    """Control characters and lone surrogates go, line ends become newlines, the rest stays."""
    assert expected == printable(text)


@pytest.mark.parametrize(
    "source",
    [
        "{{ xs|join }}",
        "{{ xs|join('หรือ') }}",
        "{{ xs|length + 1 - 1 }}",
        "{{ xs[0] }}{{ xs[-1] }}{{ xs[1:] | join }}{{ xs[:-1] | length }}",
        "{% for x in xs if x != 'ก' %}{{ loop.index }}{{ loop.last }}{% else %}ไม่มี{% endfor %}",
        "{{ 'มี' if xs and not score.failed or xs is defined else 'ไม่มี' }}",
        "{% if score.value >= 85.5 and 'ก' in xs and score.value is not none %}{{ -1 }}{% endif %}",
    ],
)
def test_all_that_a_report_needs_is_allowed(source: str) -> None:
    """Printing, testing, looping, counting, joining and picking from a list work, in every order."""
    assert environment("thai").from_string(source).render(xs=("ก", "ข"), score=ScoreView("๙๐", 90.0, "ผ่าน"))


@pytest.mark.parametrize(
    "source",
    [
        "{{ xs[7] }}",
        "{{ xs['a'] }}",
        "{{ text[0] }}",
        "{{ score.text.upper }}",
        "{{ xs.count }}",
        "{% if text.upper %}{% endif %}",
    ],
)
def test_nothing_else_can_be_looked_into(source: str) -> None:
    """Only lists have items, only views have names: a text's methods are not there."""
    with pytest.raises(TemplateError):
        environment("thai").from_string(source).render(xs=("ก",), text="ข", score=ScoreView("๑"))


@pytest.mark.parametrize("source", ["{{ text|join }}", "{{ text|length }}", "{% for c in text %}{{ c }}{% endfor %}"])
def test_a_text_is_no_list(source: str) -> None:
    """Going through a text letter by letter is a slip, and joining it again and again a bomb."""
    with pytest.raises(TypeError):
        environment("thai").from_string(source).render(text="กข")


def test_views_are_not_joined() -> None:
    """A list of views that do not print would show Python."""
    with pytest.raises(UndefinedNameError):
        environment("thai").from_string("{{ xs|join }}").render(xs=(AgencyView("ก", *[""] * 7, has_seal=False),))


@pytest.mark.parametrize(
    ("source", "values"),
    [
        ("{% for a in xs %}{% for b in xs %}{% endfor %}{% endfor %}", {"xs": tuple(range(3000))}),
        ("{% for a in xs %}{{ text }}{% endfor %}", {"xs": tuple(range(100)), "text": "ก" * (MAX_CHARACTERS // 50)}),
    ],
)
def test_work_is_bounded(source: str, values: dict[str, object]) -> None:
    """Too many turns, or too much text, end with an error long before the memory does."""
    with pytest.raises(TooMuchError):
        fill(environment("thai").from_string(source), values)


def test_a_report_of_three_thousand_rows_is_within_bounds() -> None:
    """The largest tables of a report take a small part of what is allowed."""
    cells = "<w:tc>{{ x }}</w:tc>" * 10
    source = f"{{% for x in xs %}}{{% if x %}}{cells}{{% endif %}}{{% endfor %}}"
    assert len(fill(environment("thai").from_string(source), {"xs": ("ก",) * 3000})) == 3000 * 10 * len(
        "<w:tc>ก</w:tc>"
    )
