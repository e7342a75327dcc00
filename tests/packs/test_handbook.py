from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from trustcheck.model.errors import UsageError
from trustcheck.model.rule import Pack
from trustcheck.packs.handbook import compare, pages_of, write
from trustcheck.packs.load import builtin_rules, load_pack

from . import support

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pack:
    monkeypatch.setenv("TRUSTCHECK_CACHE_DIR", "")
    return load_pack([support.write(tmp_path / "mine")])


def test_the_committed_pages_say_what_the_rule_files_say() -> None:
    standing = compare(PROJECT / "docs", pages_of(load_pack([builtin_rules()])))
    assert standing.is_current, f"run «make docs»: {standing}"


def test_every_link_between_the_pages_leads_somewhere() -> None:
    pages = pages_of(load_pack([builtin_rules()]))
    for path, text in pages.items():
        for target in re.findall(r"(?<!\\)\]\(([^)]+\.md)\)", text):
            assert (PROJECT / "docs" / path).parent.joinpath(target).resolve().is_file(), f"{path}: {target}"


def test_every_rule_claim_kind_and_the_classes_have_a_page(pack: Pack) -> None:
    assert list(pages_of(pack)) == [
        "rules/no-shovels.md",
        "claims/shovel-shipped.md",
        "rules/index.md",
        "claims/index.md",
        "classes.md",
    ]


def test_the_index_has_a_line_for_each_rule_under_its_group(pack: Pack) -> None:
    text = pages_of(pack)["rules/index.md"]
    assert "## XYZ: garden\n" in text
    assert "| [XYZ001 no-shovels](no-shovels.md) | warning | The letter speaks of shovels. |" in text


def test_a_claim_page_shows_what_makes_the_claim_and_what_makes_none(pack: Pack) -> None:
    text = pages_of(pack)["claims/shovel-shipped.md"]
    assert "## What makes the claim\n\n### English\n\n- Your «shovel is on its way»." in text
    assert "## What makes none\n\n### English\n\n- Is the shovel on its way?" in text


def test_a_claim_links_only_to_pages_that_are_there(pack: Pack) -> None:
    (kind,) = pack.claims
    text = pages_of(replace(pack, claims=(replace(kind, opposite="shovel-lost"),)))["claims/shovel-shipped.md"]
    assert "A negation makes it the claim shovel-lost." in text


def test_writing_twice_changes_nothing(pack: Pack, tmp_path: Path) -> None:
    pages = pages_of(pack)
    assert len(write(tmp_path / "out", pages).missing) == len(pages)
    assert compare(tmp_path / "out", pages).is_current
    assert write(tmp_path / "out", pages).is_current


def test_what_is_stale_missing_or_superfluous_is_told_and_mended(pack: Pack, tmp_path: Path) -> None:
    out, pages = tmp_path / "out", pages_of(pack)
    write(out, pages)
    (out / "claims" / "shovel-shipped.md").unlink()
    (out / "rules" / "no-shovels.md").write_text("edited by hand", encoding="utf-8")
    (out / "rules" / "gone.md").write_text(pages["rules/no-shovels.md"], encoding="utf-8")
    standing = compare(out, pages)
    assert standing.missing == ("claims/shovel-shipped.md",)
    assert standing.stale == ("rules/no-shovels.md",)
    assert standing.superfluous == ("rules/gone.md",)
    write(out, pages)
    assert compare(out, pages).is_current


def test_a_page_that_a_person_wrote_beside_them_stays(pack: Pack, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "rules").mkdir(parents=True)
    (out / "rules" / "how-we-decide.md").write_text("# How we decide\n", encoding="utf-8")
    write(out, pages_of(pack))
    assert (out / "rules" / "how-we-decide.md").exists()
    assert compare(out, pages_of(pack)).is_current


def test_a_rule_called_index_would_take_the_place_of_the_index(pack: Pack) -> None:
    (rule,) = pack.rules
    with pytest.raises(UsageError, match="another name"):
        pages_of(replace(pack, rules=(replace(rule, name="index"),)))


def test_a_folder_that_cannot_be_written_is_an_error(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(UsageError, match="Name another folder"):
        write(tmp_path / "out", pages_of(pack))


def test_a_condition_over_the_facts_stands_on_the_claims_page(pack: Pack) -> None:
    (kind,) = pack.claims
    text = pages_of(replace(pack, claims=(replace(kind, condition="orders|length > 0"),)))["claims/shovel-shipped.md"]
    assert "```jinja\norders|length > 0\n```" in text
