"""The wheel, built and installed as a user gets it: away from the checkout, with the rules inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

PROJECT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow

LETTER = """\
OBS! OBS!
DITT INTERNETT BLIR STENGT

Ta kontakt snarest.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(PROJECT)])
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new environment with the wheel. Its dependencies are borrowed from ours, so that no network is needed:

    a folder named in a .pth file is searched, but .pth files in it are not read, so our editable install stays out.
    """
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=True)
    places = {"base": str(home), "platbase": str(home)}
    target = Path(sysconfig.get_path("purelib", "venv", vars=places))
    run([sys.executable, "-m", "pip", "--python", str(home / "bin" / "python"), "install", "--no-deps", str(wheel)])
    (target / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return home / "bin"


def run(command: list[str], *, cwd: Path | None = None, status: int = 0) -> str:
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_every_rule_file_and_the_type_marker(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    rules = {
        f"trustcheck/_rules/{p.relative_to(PROJECT / 'rules').as_posix()}" for p in PROJECT.glob("rules/**/*.yaml")
    }
    assert rules
    assert rules <= names
    assert "trustcheck/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "samples/"))]


def test_an_installed_trustcheck_checks_a_letter_in_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(LETTER, encoding="utf-8")
    command = [str(installed / "trustcheck"), "check", "brev.txt", "--format", "json"]
    (message,) = json.loads(run(command, cwd=tmp_path, status=1))["messages"]
    assert message["verdict"] == "hold"
    assert "shouting" in {finding["rule"] for finding in message["findings"]}


def test_the_installed_rules_are_its_own(installed: Path, tmp_path: Path) -> None:
    where = "import trustcheck.packs.load as load; print(load.builtin_rules())"
    assert Path(run([str(installed / "python"), "-c", where], cwd=tmp_path).strip()).is_relative_to(installed.parent)
