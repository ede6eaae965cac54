"""Templates and data from strangers: nothing in them runs, and nothing takes more than 2 seconds and 200 MB."""

from __future__ import annotations

import sys
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

from ita.errors import TemplateError
from ita.word.drafting.blocks import paragraph
from ita.word.filling.render import Filling, render
from ita.word.lint import lint
from ita.word.parts import package
from support.word import small_template

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="process limits are those of Unix")

NINE = "999999999"
PAYLOADS = {
    "class": "{{ agency.__class__ }}",
    "mro": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals of a method": "{{ agency.fire.__globals__ }}",
    "init globals": "{{ agency.__init__.__globals__.os.system('touch canary') }}",
    "dict": "{% for k in agency.__dict__ %}{{ k }}{% endfor %}",
    "private field": "{{ agency._hidden }}",
    "method": "{{ agency.fire() }}",
    "method unseen": "{% if false %}{{ agency.fire() }}{% endif %}",
    "method printed": "{{ agency.fire }}",
    "text method": "{{ text.upper() }}",
    "item by name": "{{ agency['__class__'] }}",
    "attr filter": "{{ agency|attr('__class__') }}",
    "map filter": "{{ xs|map(attribute='__class__')|join }}",
    "select filter": "{{ xs|selectattr('__class__')|join }}",
    "safe filter": "{{ text|safe }}",
    "centre filter": f"{{{{ text|center({NINE}) }}}}",
    "batch filter": f"{{{{ xs|batch({NINE}) }}}}",
    "format filter": "{{ '%1000000000d'|format(1) }}",
    "format method": "{{ '{0.__class__.__init__.__globals__}'.format(agency) }}",
    "format map": "{{ '{a.__class__}'.format_map({'a': agency}) }}",
    "format operator": "{{ '%1000000000d' % 1 }}",
    "cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "lipsum": "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "joiner": "{{ joiner.__init__.__globals__ }}",
    "namespace": "{{ namespace.__init__.__globals__ }}",
    "self": "{{ self.__init__.__globals__.__builtins__ }}",
    "self printed": "{{ self }}",
    "context": "{{ self._TemplateReference__context }}",
    "loop": "{% for x in xs %}{{ loop.cycle.__globals__ }}{% endfor %}",
    "range": f"{{% for i in range({NINE}) %}}ก{{% endfor %}}",
    "multiplied text": f"{{{{ 'a' * {NINE} }}}}",
    "multiplied list": f"{{% for i in xs * {NINE} %}}ก{{% endfor %}}",
    "power": "{{ 10 ** 1000000000 }}",
    "huge number": f"{{{{ {'9' * 100_000} }}}}",
    "huge sum": f"{{{{ {'+'.join(['9' * 4000] * 200)} }}}}",
    "huge index": f"{{{{ xs[{NINE}] }}}}",
    "doubling by set": "{% set a = 'aaaaaaaaaa' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
    "doubling by join": "{{ text" + "|join" * 60 + " }}",
    "join by join": "{{ xs|join(xs|join(xs|join(xs|join(xs|join(xs|join(xs|join(xs|join))))))) }}",
    "loops in loops": "".join(f"{{% for a{i} in xs %}}" for i in range(12)) + "ก" + "{% endfor %}" * 12,
    "silent loops in loops": "".join(f"{{% for a{i} in xs %}}" for i in range(12)) + "{% endfor %}" * 12,
    "loops of literals": "".join(f"{{% for a{i} in ({'1,' * 200}) %}}" for i in range(6)) + "ก" + "{% endfor %}" * 6,
    "filtered loops": "".join(f"{{% for a{i} in xs if a{i} %}}" for i in range(12)) + "ก" + "{% endfor %}" * 12,
    "recursive loop": "{% for x in xs recursive %}{{ loop(xs) }}{% endfor %}",
    "recursive macro": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "recursive block": "{% block a %}{{ self.a() }}{% endblock %}",
    "call block": "{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}{{ agency.fire() }}{% endcall %}",
    "filter block": "{% filter upper %}ก{% endfilter %}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}{{ os.system('touch canary') }}",
    "from": "{% from 'os' import system %}{{ system('touch canary') }}",
    "extends": "{% extends '/etc/passwd' %}",
    "with": "{% with a = agency %}{{ a.fire() }}{% endwith %}",
    "no escaping": "{% autoescape false %}{{ text }}{% endautoescape %}",
    "test with a call": "{% if agency.fire() is defined %}ก{% endif %}",
    "keyword argument": "{{ xs|join(word=agency) }}",
    "star argument": "{{ xs|join(*xs) }}",
    "dictionary": "{{ {'a': agency.fire()} }}",
    "deep brackets": "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
    "deep lists": "{{ " + "[" * 20_000 + "1" + "]" * 20_000 + " }}",
    "deep not": "{{ " + "not " * 20_000 + "n }}",
    "deep minus": "{{ " + "-" * 20_000 + "1 }}",
    "deep attributes": "{{ agency" + ".name" * 20_000 + " }}",
    "deep conditions": "{% if n %}" * 3_000 + "ก" + "{% endif %}" * 3_000,
    "deep choices": "{{ " + "1 if n else " * 20_000 + "2 }}",
    "many openings": "{{" * 100_000,
    "many comments": "{#" * 100_000,
    "many blocks": "{%" * 100_000,
    "many quotes": "{{ " + "'" * 100_001 + " }}",
    "long name": "{{ " + "a" * 100_000 + " }}",
}
HARMLESS = {"deep not", "deep minus"}
"""Payloads that Jinja may fold into a constant; they are refused or print one character."""

DATA = {
    **PAYLOADS,
    "curly": "{{ 7 * 7 }}{% for x in xs %}{# #}",
    "docxtpl": "{_{ 7 * 7 }_}{%p endif %}{%tr endfor %}{% vm %}",
    "xml": "</w:t></w:r></w:p><w:p><w:r><w:t>ปลอม]]>&amp;<!-- --><![CDATA[",
    "format": "%s %(name)s {0.__class__} ${x}",
}


def run(place: str, payloads: dict[str, str]) -> dict[str, str]:
    """Return the outcome of each payload in this place."""
    # Unix only, so not at the top: the module must be importable on Windows.
    limited = import_module("support.limited")
    return dict(zip(payloads, limited.outcomes([(place, payload) for payload in payloads.values()]), strict=True))


@needs_limits
@pytest.mark.parametrize("place", ["body", "header", "cell"])
def test_payloads_in_a_template_are_refused(place: str) -> None:
    """Each payload is one TemplateError within 2 seconds of CPU and 200 MB; none is executed or killed."""
    found = run(place, PAYLOADS)
    odd = {
        name: outcome
        for name, outcome in found.items()
        if outcome != "refused" and not (name in HARMLESS and outcome.startswith("printed:"))
    }
    assert odd == {}
    assert len(found) >= 60


@needs_limits
@pytest.mark.parametrize("place", ["data", "agency"])
def test_payloads_in_data_are_text(place: str) -> None:
    """Each payload typed as data comes out as it was typed, within the same limits."""
    found = run(place, DATA)
    assert {name: outcome for name, outcome in found.items() if outcome != f"printed:{DATA[name][:1000]}"} == {}


@needs_limits
def test_the_limits_are_real() -> None:
    """The runner tells what runs, what takes too long and what takes too much; else the tests above prove nothing."""
    probes = {"fire": "executed", "spin": "killed", "grow": "MemoryError"}
    assert {place: run(place, {place: "ก"})[place] for place in probes} == probes


@pytest.mark.parametrize("name", PAYLOADS)
def test_lint_tells_every_payload(name: str, tmp_path: Path) -> None:
    """Lint, too, finds fault with each payload and survives it."""
    faults = lint(small_template(tmp_path / "t.docx", paragraph(PAYLOADS[name])))
    assert faults or name in HARMLESS | {"loops of literals"}


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    """A small file that unpacks to gigabytes is no document."""
    path = small_template(tmp_path / "t.docx", paragraph("ก"))
    assert lint(path) == ()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b" " * (package.MAX_SIZE + 1))
    with pytest.raises(TemplateError):
        render(path, Filling({}))
    assert [fault.code for fault in lint(path)] == ["file.no_document"]


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    """A billion laughs, or a file named by an entity, in a part is an error."""
    path = small_template(tmp_path / "t.docx", paragraph("ENTITY"))
    for declared in ('<!ENTITY a "ก"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">'):
        parts = package.read(path)
        text = parts["word/document.xml"].decode().replace("ENTITY", "&b;")
        start = text.index("<w:document")
        parts["word/document.xml"] = f"<!DOCTYPE x [{declared}]>{text[start:]}".encode()
        (tmp_path / "evil.docx").write_bytes(package.write(parts))
        with pytest.raises(TemplateError):
            render(tmp_path / "evil.docx", Filling({}))
