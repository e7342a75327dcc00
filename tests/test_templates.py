"""Templates through the front door: every branch is a message, findings lead to the file they stand in."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustcheck import Linter
from trustcheck.cli import run
from trustcheck.config.load import settings_from_text
from trustcheck.linter import Outgoing
from trustcheck.model.report import Finding, MessageReport, Verdict

CONFIG = """
[organisation]
legal_name = "NoldusNett AS"
country = "NO"
org_number = "310000000"
domains = ["noldusnett.no"]
emails = ["kunde@noldusnett.no"]
phones = ["+47 22 00 00 00"]
"""
SIGNED = "\nHilsen Kari Nes\nNoldusNett AS, org.nr. 310 000 000, telefon 22 00 00 00\n"


def check(folder: Path, name: str, *, config: str = CONFIG, **files: str) -> MessageReport:
    """The report on one template; `files` are all of them, with `__` for the last dots of their names."""
    for file, content in files.items():
        path = folder / file.replace("__", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="")
    linter = Linter(settings_from_text(config, folder / "trustcheck.toml"))
    return linter.check_file(folder / name).messages[0]


def rules(report: MessageReport) -> set[str]:
    return {finding.rule for finding in report.findings}


def the(report: MessageReport, rule: str) -> Finding:
    (found,) = [finding for finding in report.findings if finding.rule == rule]
    return found


def test_every_branch_is_read_and_says_when_it_shows(tmp_path: Path) -> None:
    text = "Hei!\n\n{% if late %}OBS! OBS!{% else %}Alt er i orden.{% endif %}\n" + SIGNED
    report = check(tmp_path, "brev.txt.j2", brev__txt__j2=text)
    found = the(report, "shouting")
    assert (found.text, found.place.start.offset) == ("OBS! OBS!", text.index("OBS!"))
    assert found.evidence["when"] == [["late"]]
    assert report.verdict is Verdict.REVIEW
    assert report.exploration is not None
    assert (report.exploration.variants, report.exploration.arms) == (2, (2, 2))


def test_a_finding_in_an_entity_inside_an_included_macro(tmp_path: Path) -> None:
    macro = "{% macro warn() %}<p>V&Aring;RT SISTE VARSEL!!</p>{% endmacro %}\n"
    mail = '{% from "macros.html.j2" import warn %}<p>Hei!</p>{{ warn() }}<p>Hilsen Kari Nes, NoldusNett AS, 22 00 00 00</p>'
    report = check(tmp_path, "mail.html.j2", mail__html__j2=mail, macros__html__j2=macro)
    found = the(report, "shouting")
    start, end = found.place.start, found.place.end
    assert Path(found.place.path).name == "macros.html.j2"
    assert macro[start.offset : end.offset] == "V&Aring;RT SISTE VARSEL!!"
    assert (start.line, start.column) == (1, macro.index("V&") + 1)


def test_something_absent_is_judged_in_the_whole_message_of_each_variant(tmp_path: Path) -> None:
    base = "{% block body %}{% endblock %}\n{% if signed %}" + SIGNED + "{% endif %}"
    child = '{% extends "base.txt.j2" %}{% block body %}Hei!\n\nSaken er løst.{% endblock %}'
    report = check(tmp_path, "brev.txt.j2", brev__txt__j2=child, base__txt__j2=base)
    assert the(report, "sender-name-missing").evidence["when"] == [["not signed"]]


def test_what_others_include_is_not_blamed_for_lacking_a_sender(tmp_path: Path) -> None:
    files = {"brev__txt__j2": 'Hei!\n\n{% include "del.txt.j2" %}\n' + SIGNED, "del__txt__j2": "Saken er løst."}
    assert "sender-name-missing" not in rules(check(tmp_path, "del.txt.j2", **files))
    assert check(tmp_path, "brev.txt.j2", **files).findings == ()


def test_a_sender_that_the_data_bring_counts_where_the_project_says_so(tmp_path: Path) -> None:
    text = "Hei!\n\nSaken er løst.\n\nHilsen {{ agent.full }}\n{{ org.title }}, org.nr. {{ org.nr }}, tlf. {{ org.line }}\n"
    provides = """
[templates.provides]
"org.title" = "name"
"org.nr" = "org-number"
"org.line" = "phone"
"agent.full" = "signer"
"""
    assert {"sender-name-missing", "contact-channel-missing"} <= rules(check(tmp_path, "a.txt.j2", a__txt__j2=text))
    assert check(tmp_path, "a.txt.j2", config=CONFIG + provides, a__txt__j2=text).findings == ()


def test_stand_ins_are_no_words_of_the_template(tmp_path: Path) -> None:
    text = "Hei!\n\nRing {{ shop.phone }} eller skriv til {{ shop.email }}, se {{ shop.url }}.\n" + SIGNED
    assert check(tmp_path, "a.txt.j2", a__txt__j2=text).findings == ()


@pytest.mark.parametrize(
    ("template", "fires"),
    [
        ("Vi har ikke mottatt betalingen din.", True),
        ("{% if not invoice.paid %}Vi har ikke mottatt betalingen din.{% endif %}", False),
        ("{% if customer.sub.on %}Vi har ikke mottatt betalingen din.{% endif %}", False),
        ("{% if customer.sub.on %}Abonnementet ditt er avsluttet.{% endif %}", True),
        ("{% if not customer.sub.on %}Abonnementet ditt er avsluttet.{% endif %}", False),
        (
            "{% macro w(i) %}{% if i.paid %}Vi har ikke mottatt betalingen din.{% endif %}{% endmacro %}{{ w(invoice) }}",
            True,
        ),
        ("{# claim: invoice.paid=true #}\nVi har ikke mottatt betalingen din.", True),
        ("{% if x %}{# claim: invoice.paid=false #}{% endif %}Vi har ikke mottatt betalingen din.", True),
    ],
)
def test_claims_and_their_conditions(tmp_path: Path, template: str, fires: bool) -> None:
    facts = '\n[templates.facts]\n"customer.sub.on" = "agreement-active"\n"customer.sub.off" = "agreement-ended"\n'
    report = check(tmp_path, "a.txt.j2", config=CONFIG + facts, a__txt__j2=template + SIGNED)
    assert ("claim-unguarded" in rules(report)) == fires


def test_a_claim_under_the_opposite_condition_says_so(tmp_path: Path) -> None:
    text = "{% if invoice.paid %}Vi har ikke mottatt betalingen din.{% endif %}" + SIGNED
    found = the(check(tmp_path, "a.txt.j2", a__txt__j2=text), "claim-unguarded")
    assert "opposite" in found.message
    assert "`invoice.paid`" in found.message


def test_what_the_template_says_of_itself(tmp_path: Path) -> None:
    text = '{# trustcheck: class=newsletter channel=email language=sv id="N-1" #}\nHej!\n\nNyheter.\n'
    report = check(tmp_path, "a.txt.j2", a__txt__j2=text)
    assert (report.message_class.name, report.message_class.source) == ("newsletter", "caller")
    assert (report.channel, report.language) == ("email", "sv")


def test_a_class_that_does_not_exist_is_no_silence(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="class «dunning»"):
        check(tmp_path, "a.txt.j2", a__txt__j2="{# trustcheck: class=dunning #}Hei!")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"Hei {% if %}", "Expected an expression"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"Hei\0", "NUL"),
        (b"x" * 1_000_001, "more than"),
    ],
)
def test_what_cannot_be_read_holds(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "a.txt.j2").write_bytes(content)
    report = (
        Linter(settings_from_text(CONFIG, tmp_path / "trustcheck.toml")).check_file(tmp_path / "a.txt.j2").messages[0]
    )
    assert report.verdict is Verdict.HOLD
    assert any(says in failed.reason for failed in report.checks.failed)


def test_templates_that_include_each_other_end(tmp_path: Path) -> None:
    report = check(
        tmp_path, "a.txt.j2", a__txt__j2='Hei!{% include "b.txt.j2" %}', b__txt__j2='OBS! OBS!{% include "a.txt.j2" %}'
    )
    assert "shouting" in rules(report)


def test_a_missing_parent_is_no_reason_to_stop(tmp_path: Path) -> None:
    report = check(tmp_path, "a.txt.j2", a__txt__j2='{% extends "gone.txt" %}{% block x %}OBS! OBS!{% endblock %}')
    assert "shouting" in rules(report)
    assert report.exploration is not None
    assert any("gone.txt" in note for note in report.exploration.notes)


def test_a_folder_of_templates_ends_with_what_was_explored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt.j2").write_text("{% if x %}Hei!{% else %}Hallo!{% endif %}" + SIGNED, encoding="utf-8")
    (tmp_path / "trustcheck.toml").write_text(CONFIG, encoding="utf-8")
    assert run(["check", str(tmp_path)]) == 0
    assert "note: templates: 1, in 2 variants; 2 of 2 branches reached" in capsys.readouterr().err


IGNORED = '{# trustcheck: ignore[shouting] reason="agreed with the regulator" #}\n'


def test_a_finding_is_suppressed_by_a_comment_in_the_template(tmp_path: Path) -> None:
    text = "Hei!\n\n{% if late %}" + IGNORED + "OBS! OBS! Les dette.{% endif %}\n" + SIGNED
    report = check(tmp_path, "a.txt.j2", a__txt__j2=text)
    assert rules(report) == set()
    assert [s.finding.rule for s in report.suppressed] == ["shouting"]
    assert report.verdict is Verdict.SEND


def test_a_suppression_that_no_variant_needs_is_told_at_its_place(tmp_path: Path) -> None:
    text = "Hei!\n\n" + IGNORED + "{% if late %}Les dette.{% else %}Les det.{% endif %}\n" + SIGNED
    found = the(check(tmp_path, "a.txt.j2", a__txt__j2=text), "suppression-unused")
    assert found.place.start.offset == text.index("shouting")


def test_a_suppression_that_one_variant_needs_is_not_idle(tmp_path: Path) -> None:
    text = "Hei!\n\n" + IGNORED + "{% if late %}OBS! OBS! Les dette.{% else %}Les det.{% endif %}\n" + SIGNED
    assert rules(check(tmp_path, "a.txt.j2", a__txt__j2=text)) == set()


def test_a_suppression_in_an_included_file(tmp_path: Path) -> None:
    text = 'Hei!\n\n{% include "del.txt.j2" %}\n' + SIGNED
    report = check(tmp_path, "a.txt.j2", a__txt__j2=text, del__txt__j2="\n" + IGNORED + "OBS! OBS! Les dette.\n")
    assert rules(report) == set()
    assert Path(report.suppressed[0].finding.place.path).name == "del.txt.j2"


def test_safe_edits_stay_outside_the_tags(tmp_path: Path) -> None:
    text = "Hei!\n\n{% if late %}Les dette!!{% endif %}\n" + SIGNED
    fix = the(check(tmp_path, "a.txt.j2", a__txt__j2=text), "shouting").fix
    assert fix is not None
    assert [edit.span.of(text) for edit in fix.edits] == ["!!"]


def test_what_stands_in_an_included_file_is_mended_there(tmp_path: Path) -> None:
    text = 'Hei!\n\n{% include "del.txt.j2" %}\n' + SIGNED
    assert the(check(tmp_path, "a.txt.j2", a__txt__j2=text, del__txt__j2="Les dette!!"), "shouting").fix is None


@pytest.mark.parametrize("said", ["channel=fax", "language=no", "clas=reminder"])
def test_a_comment_that_nobody_understands_is_told_and_ends_no_batch(tmp_path: Path, said: str) -> None:
    (tmp_path / "a.txt.j2").write_text(f"{{# trustcheck: {said} #}}Hei!", encoding="utf-8")
    (tmp_path / "b.txt.j2").write_text("Hei!" + SIGNED, encoding="utf-8")
    linter = Linter(settings_from_text(CONFIG, tmp_path / "trustcheck.toml"))
    told: list[str] = []
    both = [Outgoing(str(tmp_path / name)) for name in ("a.txt.j2", "b.txt.j2")]
    reports = list(linter.check_many(both, on_unreadable=lambda _, error: told.append(str(error))))
    assert [Path(report.messages[0].path).name for report in reports] == ["b.txt.j2"]
    assert said in told[0]


def test_what_a_limit_cuts_off_waits(tmp_path: Path) -> None:
    text = "Hei!{% set x = 'a' * 9999999 %}" + SIGNED
    report = check(tmp_path, "a.txt.j2", a__txt__j2=text)
    assert report.verdict is Verdict.HOLD
    assert any("limit" in failed.reason for failed in report.checks.failed)
