"""The checks about what a message leads to: links, their shown text, and where a reply goes."""

from __future__ import annotations

from collections.abc import Iterator

from trustcheck.checks.channels import address_of, leaves_domains
from trustcheck.checks.registered import host_of_target, knows_host
from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.language import EntityKind
from trustcheck.model.message import BlockRole, Link
from trustcheck.model.registry import Organisation
from trustcheck.model.report import RawFinding
from trustcheck.model.rule import Rule
from trustcheck.model.span import Span
from trustcheck.text.domains import host_of, imitates, is_ip_address, is_shortener, registrable_domain
from trustcheck.text.web import find_emails, find_links

_WEB = ("http:", "https:")


def link_text_mismatch(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each link whose text shows an address of another registrable domain than it leads to."""
    for link in context.message.links:
        target = host_of_target(link.target)
        shown = _shown_host(link.span.of(context.message.text))
        if target and shown and not link.bare and registrable_domain(shown) != registrable_domain(target):
            evidence = {"shown": shown, "target": link.target}
            yield RawFinding(link.span, fields={"target": target}, evidence=evidence)


def link_domain_unregistered(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each web link to a host that is neither the organisation's nor a named other's."""
    organisation = context.organisation
    if not organisation.domains:
        raise NotApplicable("the registry has no domains: add domains to [organisation]")
    seen: set[tuple[str, Span]] = set()
    for span, host, target in _web_links(context):
        if host and not knows_host(host, organisation) and (host, span) not in seen:
            seen.add((host, span))
            fields = {"host": host, "kind": _kind(host, organisation)}
            yield RawFinding(span, fields=fields, evidence={"target": target, "host": host})


def reply_to_mismatch(rule: Rule, context: Context) -> Iterator[RawFinding]:
    """One finding for each of Reply-To and Return-Path that leaves the registered domains."""
    if not context.organisation.domains:
        raise NotApplicable("the registry has no domains: add domains to [organisation]")
    for name in ("reply-to", "return-path"):
        header = context.message.header(name)
        address = address_of(header)
        if header is not None and address and leaves_domains(address, context):
            fields = {"header": "Reply-To" if name == "reply-to" else "Return-Path", "address": address}
            yield RawFinding(_address_span(header.span, context.message.text, address), fields=fields)


def _shown_host(text: str) -> str:
    """The host of the first web or mail address in a link's text; empty where it shows none."""
    web = next((e for e in find_links(text)), None)
    mail = next((e for e in find_emails(text)), None)
    if web is not None and (mail is None or web.span.start <= mail.span.start):
        return host_of(web.value)
    return mail.value.rpartition("@")[2] if mail is not None else ""


def _web_links(context: Context) -> Iterator[tuple[Span, str, str]]:
    """Links of the markup, then addresses in the text that no link covers: place, host, target."""
    message = context.message
    links = [link for link in message.links if _is_web(link) and not _quoted(context, link.span)]
    for link in links:
        yield link.span, host_of_target(link.target), link.target
    for entity in context.analysis.entities_of(EntityKind.LINK):
        covered = any(link.span.overlaps(entity.span) for link in message.links)
        if not covered and not _quoted(context, entity.span):
            yield entity.span, host_of(entity.value), entity.value


def _is_web(link: Link) -> bool:
    return link.target.strip().lower().startswith(_WEB) or ":" not in link.target.partition("/")[0]


def _quoted(context: Context, span: Span) -> bool:
    block = context.message.block_at(span.start)
    return block is not None and block.role is BlockRole.QUOTED


def _kind(host: str, organisation: Organisation) -> str:
    """What is wrong with the host, as words that complete «leads to …»."""
    if is_ip_address(host):
        return "a bare IP address"
    if is_shortener(host):
        return "a link shortener, which hides where it goes"
    imitated = imitates(host, organisation.domains)
    if imitated:
        return f"a domain that looks like {imitated} and is not registered"
    return "a domain that is not registered"


def _address_span(value: Span, text: str, address: str) -> Span:
    """The address inside a header value that is shown; the whole value where it stands otherwise."""
    at = text.lower().find(address, value.start, value.end)
    return Span(at, at + len(address)) if at >= 0 else value
