"""With all data known, a template becomes exactly what jinja2 itself makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.templates.support import concrete, vanilla

DATA = {
    "name": "Åse <b>Lie</b> & sønn",
    "word": "Faktura",
    "text": "Dette er en lang tekst som skal brytes, og den handler om ingenting. https://example.com/a?b=1 er en lenke.",
    "lines": "en\n  to\n\ntre\n",
    "n": 3,
    "zero": 0,
    "f": 2.5,
    "none": None,
    "yes": True,
    "xs": ["c", "A", "b", "a"],
    "nums": [3, 1, 2, 2],
    "empty": [],
    "d": {"b": 2, "a": 1, "C": 3},
    "rows": [{"k": "x", "v": 1, "t": "One"}, {"k": "y", "v": 2, "t": "two"}, {"k": "x", "v": 3, "t": "Three"}],
    "tree": [{"n": "a", "c": [{"n": "b", "c": []}, {"n": "c", "c": [{"n": "d", "c": []}]}]}, {"n": "e", "c": []}],
}

EXPRESSIONS = """
name|upper
name|lower
word|capitalize
text|title
"  x "|trim
"xxaxx"|trim("x")
name|replace("Lie", "Berg")
text|replace("e", "EE", 3)
name|escape
name|e|e
name|safe
name|forceescape
name|safe|forceescape
name|striptags
text|truncate(30)
text|truncate(30, true)
text|truncate(30, false, "…")
text|wordwrap(20)
text|urlize
text|center(140)
lines|indent
lines|indent(2, true)
lines|indent(3, false, true)
word|center(20)
text|wordcount
name ~ "!" ~ n
"<" ~ name|safe
name|safe ~ "<"
"a" + name
"<i>"|safe + name
name + "<i>"|safe
"ab" * 3
"%s og %s"|format(name, n)
"%05.2f"|format(f)
"%(a)s-%(b)d"|format(a=name, b=4)
"%s %%" % n
"<b>%s</b>"|safe|format(name)
"{0} {x!r} {1:>5} {{}}".format(n, word, x=name)
"{} {:>9} {{{x}}}".format(n, word, x=name)
name[0]
name[2:5]
name[::-1]
name[-3:]
name|first
name|last
name|length
name|list
name|reverse
word.startswith("Fak")
text.split()
text.split(",")
"a,b,c".split(",", 1)|join("|")
lines.splitlines()
word.upper() ~ word.lower()
word.replace("a", "A")
word.find("t")
"-".join(xs)
xs|join(", ")
xs|join
rows|join(", ", attribute="k")
[name, "<i>"|safe]|join(" & ")
xs|sort
xs|sort(true)
xs|sort(case_sensitive=true)
rows|sort(attribute="t")|map(attribute="t")|join
rows|sort(attribute="k,v", reverse=true)|map(attribute="v")|list
xs|unique|list
nums|unique|list
nums|sum
rows|sum("v")
rows|sum(attribute="v", start=10)
nums|min
nums|max
rows|max(attribute="v")
xs|first
xs|last
empty|first
xs|length
xs|reverse|list
xs|batch(3)|list
xs|batch(3, "-")|list
xs|slice(3)|list
xs|slice(3, "-")|list
xs|map("upper")|list
xs|map("upper")|join("/")
rows|map(attribute="zz", default="?")|list
nums|select("odd")|list
nums|reject("odd")|list
nums|select("gt", 1)|list
rows|selectattr("v", "gt", 1)|map(attribute="k")|list
rows|rejectattr("k", "eq", "x")|map(attribute="v")|list
rows|selectattr("k")|list|length
d|dictsort
d|dictsort(true)
d|dictsort(false, "value", true)
d|items|list
d.items()|list
d.keys()|list
d.a
d["b"]
d.zz
d.get("zz", "?")
d.get("a")
d|length
3 + 4 * 2 - 1
7 / 2
7 // 2
7 % 3
2 ** 5
-n
+f
n > 2 and f < 3
n > 5 or word
not yes
1 < n < 5
1 < n < 2
n == 3.0
"a" in word
"z" not in word
2 in nums
"a" in d
none
yes
zero
none is none
missing
missing is defined
missing|default("x")
none|default("x")
""|default("x", true)
"ja" if yes else "nei"
"ja" if zero
n is odd
n is even
n is divisibleby 3
n is number
f is float
n is integer
word is string
xs is sequence
d is mapping
xs is iterable
word is upper
word is lower
none is sameas none
yes is true
zero is false
n is eq 3
n is in [1, 3]
3.7|round
3.14159|round(2)
3.2|round(0, "ceil")
"42"|int
"x"|int(7)
"ff"|int(0, 16)
"2.5"|float
f|int
(-3)|abs
1234567|filesizeformat
1234567|filesizeformat(true)
{"a": [1, "<x>", none]}|tojson
"a b/c?&å"|urlencode
d|urlencode
{"class": "x<", "id": none}|xmlattr
[1, "a", [2, none]]
(1, "b")
{"x": "y"}
"a" "b" 'c'
"æ\\n\\u00f8\\x41\\\\"
range(4)|list
range(2, 10, 3)|list
namespace(a=1).a
dict(a=1, b=2).b
_("Hei %(who)s", who=name)
gettext("Hei")
ngettext("%(num)s dag", "%(num)s dager", n)
ngettext("en", "flere", 1)
word|map("upper")|join
xs[1:3]
xs[-1]
nums[0] + nums[1]
[1, 2] + [3]
[1] * 3
lines|replace("\\n", " ")|trim|upper|lower|title
""|upper
"ß"|upper
(name|upper)[2:6]|lower
"x".join(["1", "2"])
word|string|length
true and "x"
none or zero or "siste"
[[1, 2], [3, 4]]|map("first")|list
[[1, 2], [3, 4]]|map("sum")|list
["a", "B"]|map("lower")|map("upper")|list
rows|groupby("k")|map("first")|list
"50%" is string
"a\\tb"
1_000
1e3
""|list
" a  b "|trim|replace(" ", "")
name|replace("<", "&")|e
xs|random in xs
n|string ~ n
"{:,.2f}".format(1234.5)
"a%sb" % "<"
name|escape|upper
name|e|replace("&", "+")
name|safe|title
name|safe|capitalize
[name|e, name]|join
""|wordcount
text|truncate(500)
"%d%%"|format(n)
"%-6s|"|format(word[:3])
"%6s|"|format("ab")
("a", "b")|join("-")
"abc"|batch(2)|list
nums|sort(reverse=true)
"foo bar-baz (qux)"|title
"FOO bar"|capitalize
xs|join(name|safe)
""".strip().splitlines()


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_expressions(expression: str, suffix: str, tmp_path: Path) -> None:
    files = {f"main.{suffix}": f"[{{{{ {expression} }}}}]"}
    assert concrete(tmp_path, files, DATA).text == vanilla(files, DATA)


STATEMENTS = [
    "{% if n > 5 %}a{% elif n > 2 %}b{% else %}c{% endif %}",
    "{% for x in xs %}{{ loop.index }}{{ x }}{{ loop.revindex }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for x in empty %}x{% else %}none{% endfor %}",
    "{% for x in nums if x > 5 %}x{% else %}none{% endfor %}",
    "{% for x in nums if x > 1 %}{{ loop.index0 }}:{{ x }}/{{ loop.length }} {% endfor %}",
    "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}",
    "{% for k in d %}{{ k }}{% endfor %}",
    "{% for c in word %}{{ c }}.{% endfor %}",
    "{% for x in xs %}{{ loop.cycle('a', 'b') }}{{ loop.changed(x|lower) }}{{ loop.previtem }}{{ loop.nextitem }} {% endfor %}",
    "{% for x in nums %}{% if x == 1 %}{% continue %}{% endif %}{{ x }}{% if loop.index == 3 %}{% break %}{% endif %}{% endfor %}",
    "{% for t in tree recursive %}<{{ t.n }}{{ loop.depth }}{{ loop(t.c) }}>{% endfor %}",
    "{% for a in nums %}{% for b in xs %}{{ loop.index }}{{ a }}{{ b }}{% endfor %}{{ loop.index }}{% endfor %}",
    "{% set x = 1 %}{% for i in nums %}{% set x = i %}{{ x }}{% endfor %}{{ x }}",
    "{% set ns = namespace(t=0) %}{% for i in nums %}{% set ns.t = ns.t + i %}{% endfor %}{{ ns.t }}",
    "{% set a, b = 1, 2 %}{{ b }}{{ a }}",
    "{% set x %}<b>{{ name }}</b>{% endset %}{{ x }}{{ x|length }}{{ x|upper }}",
    "{% set x | upper | replace('B', 'X') %}<b>{{ name }}</b>{% endset %}{{ x }}",
    "{% set x %}{{ word }}{% endset %}{% if x == 'Faktura' %}like{% endif %}{{ x in ['Faktura'] }}{{ x[0] }}{{ x.startswith('F') }}",
    "{% with a = 1, b = n %}{{ a }}{{ b }}{% set a = 5 %}{{ a }}{% endwith %}{{ a }}",
    "{% filter upper %}abc {{ name }}{% endfilter %}",
    "{% filter replace('a', 'b')|trim %}  aaa {{ name }} {% endfilter %}!",
    "{% macro m(a, b='x', c=b) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(c=3, a=name) }}{{ m() }}",
    "{% macro m() %}{{ varargs|join('-') }}{{ kwargs|dictsort }}{% endmacro %}{{ m(1, 2, z=3) }}",
    "{% macro m(x) %}<b>{{ x }}{{ caller(x ~ '!') }}</b>{% endmacro %}{% call(y) m('q') %}<i>{{ y }}{{ name }}</i>{% endcall %}",
    "{% macro f(i) %}{% if i > 0 %}{{ i }}{{ f(i - 1) }}{% endif %}{% endmacro %}{{ f(4) }}",
    "{% macro m() %}x{% endmacro %}{% if m() == 'x' %}yes{% endif %}{{ m()|upper ~ m() }}",
    "{% macro m() %}{{ late }}{% endmacro %}{% set late = 'later' %}{{ m() }}",
    "{% do xs_ .append(1) if false %}{% set l = [] %}{% do l.append(3) %}{% do l.extend([4]) %}{{ l }}".replace("{% do xs_ .append(1) if false %}", ""),
    "{% set l = {'a': 1} %}{% do l.update({'b': 2}) %}{{ l }}",
    "{% autoescape true %}{{ name }}{% endautoescape %}{% autoescape false %}{{ name }}{% endautoescape %}",
    "{% raw %}{{ not }} {% this %}{% endraw %}!",
    "a{# comment {{ x }} #}b",
    "  {%- if yes -%}  x  {%- endif -%}  y  {{- n -}}  z",
    "{% trans %}Hello {{ name }}!{% endtrans %}",
    "{% trans who=name|upper, x=n %}Hello {{ who }} 50% {{ x }}{% endtrans %}",
    "{% trans trimmed %}\n  Hello\n   {{ name }}\n  again  \n{% endtrans %}",
    "{% trans count=n %}one {{ count }}{% pluralize %}{{ count }} many{% endtrans %}",
    "{% trans a=1, n=n %}{{ n }} item{% pluralize n %}{{ n }} items{% endtrans %}",
    "{% block a %}A{% block b %}B{{ n }}{% endblock %}{% endblock %}{{ self.b() }}",
    "{% for x in nums %}{% block c scoped %}{{ x }}{% endblock %}{% endfor %}",
    "{% for x in nums %}{% block c %}[{{ x }}]{% endblock %}{% endfor %}",
    "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.current }}{{ c.next() }}{% do c.reset() %}{{ c.next() }}",
    "{% set j = joiner('|') %}{% for x in nums %}{{ j() }}{{ x }}{% endfor %}",
    "{% for g, items in rows|groupby('k') %}{{ g }}:{{ items|map(attribute='v')|join(',') }};{% endfor %}",
    "{% for g in rows|groupby('k') %}{{ g.grouper }}{{ g.list|length }}{% endfor %}",
    "{% if missing %}a{% else %}b{% endif %}{% for x in missing %}x{% endfor %}{{ missing }}",
    "{% if yes %}{% set q = 1 %}{% endif %}{{ q }}",
    "{% set x = name if yes else 'n' %}{{ x }}",
    "line one\nline two\n",
    "line one\r\nline {{ n }}\rtwo\r\n",
    "{% if yes %}\n  {{ n }}\n{% endif %}\nend\n\n",
    "{{ '<b>' }}{{ '<b>'|safe }}{{ \"it's\" }}",
    "{% set x = '<b>' %}{{ x }}{{ x|safe }}{{ x ~ x|safe }}",
    "{% for row in [[1, 2], [3, 4]] %}{% for c in row %}{{ c }},{% endfor %};{% endfor %}",
    "{% macro outer() %}{% macro inner(x) %}({{ x }}){% endmacro %}{{ inner(1) }}{{ inner(n) }}{% endmacro %}{{ outer() }}",
    "{% set _p = 1 %}{{ _p }}{% set caller = 3 %}{{ caller }}",
    "{{ loop }}{% for i in [1] %}{{ loop.first }}{{ loop.last }}{% endfor %}",
    "{% if n in [1, 2, 3] and word not in ('a', 'b') %}in{% endif %}",
    "{% macro b(t, u='#') %}<a href=\"{{ u }}\">{{ t }}</a>{% endmacro %}{{ b('x & y', u='/?a=1&b') }}",
]  # fmt: skip


@pytest.mark.parametrize("suffix", ["txt", "html"])
@pytest.mark.parametrize("template", STATEMENTS)
def test_statements(template: str, suffix: str, tmp_path: Path) -> None:
    files = {f"main.{suffix}": template}
    assert concrete(tmp_path, files, DATA).text == vanilla(files, DATA)


PROJECTS = [
    {"m.html": "{% extends 'b.html' %}{% block t %}T{{ super() }}{{ name }}{% endblock %}text", "b.html": "<{% block t %}base{% endblock %}|{% block u %}U{% endblock %}>"},
    {"m.html": "{% extends 'b.html' %}{% block t %}3{{ super() }}{{ super.super() }}{% endblock %}", "b.html": "{% extends 'a.html' %}{% block t %}2{{ super() }}{% endblock %}", "a.html": "[{% block t %}1{% endblock %}]{{ self.t() }}"},
    {"m.html": "{% set x = 5 %}{% extends 'b.html' %}{% set y = 6 %}{% block t %}{{ x }}{{ y }}{{ z }}{% endblock %}{% for z in nums %}{{ z }}{% endfor %}", "b.html": "{% block t %}{% endblock %}{{ x }}{{ y }}"},
    {"m.html": "before{% extends 'b.html' %}after{% include 'i.html' %}{% if yes %}x{% endif %}", "b.html": "base", "i.html": "included"},
    {"m.html": "{% if yes %}{% extends 'b.html' %}{% endif %}tail{% block t %}c{% endblock %}", "b.html": "[{% block t %}b{% endblock %}]"},
    {"m.html": "{% extends 'b.html' if yes else 'c.html' %}{% block t %}c{% endblock %}", "b.html": "[{% block t %}b{% endblock %}]", "c.html": "no"},
    {"m.html": "{% include 'i.html' %}{% for x in nums %}{% include 'i.html' %}{% endfor %}{% set x = 9 %}{% include 'i.html' without context %}", "i.html": "({{ x }}{{ name }}{% set x = 7 %})"},
    {"m.html": "{% include ['no.html', 'i.html'] %}{% include 'no.html' ignore missing %}", "i.html": "I"},
    {"m.html": "{% import 'l.html' as l %}{{ l.f(name) }}{{ l.v }}{{ l._p }}", "l.html": "{% macro f(x) %}<{{ x }}{{ n }}>{% endmacro %}{% set v = 3 %}{% set _p = 4 %}"},
    {"m.html": "{% from 'l.html' import f as g, v with context %}{{ g(name) }}{{ v }}", "l.html": "{% macro f(x) %}<{{ x }}{{ n }}>{% endmacro %}{% set v = n %}"},
    {"m.html": "{% extends 'b.html' %}{% import 'l.html' as l %}{% block t %}{{ l.f(1) }}{% endblock %}", "b.html": "{% block t %}{% endblock %}", "l.html": "{% macro f(x) %}<{{ x }}>{% endmacro %}"},
    {"m.html": "{% extends 'b.html' %}{% macro f(x) %}<{{ x }}>{% endmacro %}{% block t %}{{ f(1) }}{% endblock %}", "b.html": "{% macro f(x) %}base{% endmacro %}{% block t %}{% endblock %}{{ f(2) }}"},
    {"m.txt": "{% include 'i.html' %}{{ name }}", "i.html": "{{ name }}"},
    {"m.html": "{% include 'i.txt' %}{{ name }}", "i.txt": "{{ name }}"},
    {"m.html": "{% extends 'b.html' %}{% block outer %}O{{ super() }}{% endblock %}{% block inner %}I{% endblock %}", "b.html": "{% block outer %}<{% block inner %}i{% endblock %}>{% endblock %}"},
    {"m.html": "{% extends 'b.html' %}{% set t %}set{{ n }}{% endset %}{% filter upper %}muted{% endfilter %}{% block x %}{{ t }}{% endblock %}", "b.html": "{{ t }}{% block x %}{% endblock %}"},
    {"m.html": "{% extends 'b.html' %}{% macro c() %}{{ caller() }}{% endmacro %}{% call c() %}called{% endcall %}", "b.html": "base"},
    {"m.html": "{{ 1 }}{% include 'sub/i.html' %}", "sub/i.html": "{% extends 'b.html' %}{% block t %}c{% endblock %}", "b.html": "[{% block t %}{% endblock %}]"},
]  # fmt: skip


@pytest.mark.parametrize("files", PROJECTS)
def test_projects(files: dict[str, str], tmp_path: Path) -> None:
    assert concrete(tmp_path, files, DATA).text == vanilla(files, DATA)
