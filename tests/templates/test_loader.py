"""Which file a template name means."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.templates.support import explored, write

from trustcheck.templates.loader import Loader


def found(folder: Path, names: list[str], name: str, referrer: str, **prefixes: str) -> str | None:
    """The name below the folder of what `name` means in the template `referrer`; all files are empty but listed."""
    write(folder, dict.fromkeys(names, ""))
    path = Loader([folder], {k.replace("_", "/"): v for k, v in prefixes.items()}, 1000).find(name, referrer)
    return None if path is None else path.relative_to(folder.resolve()).as_posix()


@pytest.mark.parametrize(
    ("names", "name", "referrer", "expected"),
    [
        (["a.txt", "b.txt"], "b.txt", "a.txt", "b.txt"),
        (["mail/a.txt", "mail/b.txt"], "mail/b.txt", "mail/a.txt", "mail/b.txt"),
        (["app/templates/mail/a.txt", "app/templates/mail/b.txt"], "mail/b.txt", "app/templates/mail/a.txt", "app/templates/mail/b.txt"),
        (["app/templates/base.html", "app/templates/a.html"], "base.html", "app/templates/a.html", "app/templates/base.html"),
        (["one/templates/mail/base.html", "two/templates/mail/base.html", "two/templates/mail/a.html"], "mail/base.html", "two/templates/mail/a.html", "two/templates/mail/base.html"),
        (["web/base.html", "site/deep/a.html"], "templates/base.html", "site/deep/a.html", None),
        (["web/base.html", "site/deep/a.html"], "base.html", "site/deep/a.html", None),
        (["brev/base.html", "brev/a.html"], "base.html", "brev/a.html", "brev/base.html"),
        (["brev/a.txt", "brev/del/b.txt"], "./del/b.txt", "brev/a.txt", "brev/del/b.txt"),
        (["brev/a.txt", "felles/b.txt"], "../felles/b.txt", "brev/a.txt", "felles/b.txt"),
        (["brev/a.txt"], "../../b.txt", "brev/a.txt", None),
        (["brev/a.txt"], "", "brev/a.txt", None),
    ],
)  # fmt: skip
def test_names(names: list[str], name: str, referrer: str, expected: str | None, tmp_path: Path) -> None:
    assert found(tmp_path, names, name, referrer) == expected


def test_a_prefix_is_a_folder_under_another_name(tmp_path: Path) -> None:
    names = ["modules/auth/templates/mail.txt", "templates/auth/mail.txt"]
    assert found(tmp_path, names, "auth/mail.txt", "x.txt", auth_="modules/auth/templates/") == names[0]


def test_the_way_of_naming_that_explains_most_references_wins(tmp_path: Path) -> None:
    files = {
        "main/a.txt": "{% include 'part/x.txt' %}",
        "main/old/part/x.txt": "gammel",
        "web/views/part/x.txt": "ny",
        "web/views/part/y.txt": "",
        "web/b.txt": "{% include 'part/y.txt' %}",
        "web/c.txt": "{% include 'part/y.txt' %}",
    }
    found_in = explored(tmp_path, files)
    assert [r.text for r in found_in.renderings] == ["ny"]
