"""Hostile templates end soon, in little memory, and read nothing outside the template folders."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.templates.hostile import HOSTILE
from tests.templates.support import explored, write

from trustcheck.templates.explore import Explorer, explore_template
from trustcheck.templates.settings import Limits, TemplateSettings

MEMORY = 700_000_000
"""Bytes of address space that a child may take, Python and its libraries included."""
SECONDS = 20
"""Of computing time for one template: the limit of a run is five, and machines differ."""

CHILD = """
import sys
from pathlib import Path
from trustcheck.templates.explore import explore_template
found = explore_template(Path(sys.argv[1]))
for rendering in found.renderings:
    rendering.source_map, rendering.segments
    assert "root:" not in rendering.text and "<class" not in rendering.text and "<function" not in rendering.text
wrong = [p.what for p in found.problems if p.code == "internal-error"]
assert not wrong, wrong
assert found.renderings
"""


def _limits() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_bounded(name: str, tmp_path: Path) -> None:
    path = tmp_path / "main.txt"
    path.write_text(HOSTILE[name], encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=_limits,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def test_a_limit_leaves_what_was_printed_and_says_so(tmp_path: Path) -> None:
    found = explored(tmp_path, "Før{% set x = 'a' * 9999999 %}Etter", limits=Limits())
    (rendering,) = found.renderings
    assert (rendering.text, rendering.truncated) == ("Før", True)
    assert [p.code for p in rendering.notes] == ["limit"]


def test_steps_and_runs_can_be_limited(tmp_path: Path) -> None:
    template = "{% for x in range(1000) %}x{% endfor %}" + "".join(
        f"{{% if a{i} == {i} and b{i} %}}x{{% endif %}}" for i in range(50)
    )
    found = explored(tmp_path, template, limits=Limits(steps=100))
    assert found.renderings[0].truncated
    assert len(explored(tmp_path, template, limits=Limits(runs=2)).renderings) <= 2


SECRET = "hemmelig"


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt",
        "../../secret.txt",
        "x/../../secret.txt",
        "./../secret.txt",
        "/secret.txt",
        "link.txt",
        "folder/secret.txt",
        "..\\\\secret.txt",
        "secret.txt",
        "sub/../../secret.txt",
    ],
)
@pytest.mark.parametrize(
    "tag",
    [
        "{{% include '{0}' %}}",
        "{{% extends '{0}' %}}",
        "{{% import '{0}' as m %}}{{{{ m }}}}",
        "{{% set n = '{0}' %}}{{% include [n, n|lower] %}}",
    ],
)
def test_nothing_outside_the_roots_is_read(tag: str, name: str, tmp_path: Path) -> None:
    root = tmp_path / "root"
    absolute = name.replace("/secret.txt", str(tmp_path / "secret.txt")) if name.startswith("/") else name
    write(tmp_path, {"secret.txt": SECRET, "root/sub/a.txt": "x", "root/main.txt": tag.format(absolute)})
    os.symlink(tmp_path / "secret.txt", root / "link.txt")
    os.symlink(tmp_path, root / "folder")
    found = explore_template(root / "main.txt", [root])
    assert all(SECRET not in r.text for r in found.renderings)
    assert {p.code for p in found.problems} & {"template-not-found"}


def test_a_template_outside_the_roots_is_not_read_either(tmp_path: Path) -> None:
    write(tmp_path, {"secret.txt": SECRET, "root/main.txt": "x"})
    os.symlink(tmp_path / "secret.txt", tmp_path / "root" / "link.txt")
    for path in (tmp_path / "secret.txt", tmp_path / "root" / "link.txt", tmp_path / "root" / ".." / "secret.txt"):
        found = explore_template(path, [tmp_path / "root"])
        assert found.renderings == ()
        assert [p.code for p in found.problems] == ["template-missing"]


def test_links_in_a_circle_and_links_within_the_roots(tmp_path: Path) -> None:
    write(tmp_path, {"a/main.txt": "{% include 'a/part.txt' %}", "a/real.txt": "Del"})
    os.symlink(tmp_path / "a", tmp_path / "a" / "again")
    os.symlink(tmp_path / "a" / "real.txt", tmp_path / "a" / "part.txt")
    (rendering,) = explore_template(tmp_path / "a" / "main.txt", [tmp_path]).renderings
    assert rendering.text == "Del"


def test_a_pipe_or_a_folder_is_no_template(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    write(tmp_path, {"main.txt": "{% include 'pipe.txt' %}{% include 'folder.txt' %}Tekst"})
    (rendering,) = Explorer([tmp_path], TemplateSettings()).explore(tmp_path / "main.txt").renderings
    assert rendering.text.endswith("Tekst")
    for name in ("pipe.txt", "folder.txt", "missing.txt"):
        assert explore_template(tmp_path / name).renderings == ()
