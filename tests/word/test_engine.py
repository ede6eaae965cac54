"""What templates may print, and what they may not do."""

from __future__ import annotations

import pytest
from jinja2 import TemplateError

from ita.word.engine import UndefinedNameError, environment, printable
from ita.word.views import ScoreView

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
