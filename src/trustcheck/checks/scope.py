"""Which messages a rule looks at, and which matches in them count: the options that every rule file may hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trustcheck.model.check import Context, NotApplicable
from trustcheck.model.match import Flag, Match
from trustcheck.model.message import BlockRole
from trustcheck.model.rule import HIGH_CONSEQUENCE, Rule

NOT_ASSERTED = ("negated", "question", "condition", "quoted", "reported")
"""The flags that silence a wording unless a rule says otherwise: then the sender does not say it to the reader."""

NOT_OURS = ("quoted", "reported")
"""The flags of words that are somebody else's."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The message classes and channels of a rule; empty means all. `high-consequence` stands for its five classes."""

    classes: frozenset[str]
    not_classes: frozenset[str]
    channels: frozenset[str]
    not_channels: frozenset[str]

    @classmethod
    def of(cls, rule: Rule) -> Scope:
        return cls(
            classes=_classes(rule.options.get("classes", ())),
            not_classes=_classes(rule.options.get("not_classes", ())),
            channels=frozenset(rule.options.get("channels", ())),
            not_channels=frozenset(rule.options.get("not_channels", ())),
        )

    def require(self, context: Context) -> None:
        """Raises NotApplicable, with the reason, for a message outside the scope."""
        name, channel = context.message_class.value, context.message.channel.value
        if (self.classes and name not in self.classes) or name in self.not_classes:
            raise NotApplicable(f"not for messages of class «{name}»")
        if (self.channels and channel not in self.channels) or channel in self.not_channels:
            raise NotApplicable(f"not for the channel «{channel}»")


def _classes(names: Iterable[str]) -> frozenset[str]:
    wanted = set(names)
    if "high-consequence" in wanted:
        wanted = (wanted - {"high-consequence"}) | {c.value for c in HIGH_CONSEQUENCE}
    return frozenset(wanted)


def counted(rule: Rule, context: Context, group: str = "match") -> list[Match]:
    """The matches of a rule's pattern group that its `unless`, `only` and `roles` options let through.

    The group `presupposed` is silenced only where the words are somebody else's: «your excuses change nothing» says
    «excuses» whatever the clause goes on to deny.
    """
    silencing = NOT_OURS if group == "presupposed" else rule.options.get("unless", NOT_ASSERTED)
    unless = {Flag(name) for name in silencing}
    only = {Flag(name) for name in rule.options.get("only", ())}
    roles = {BlockRole(name) for name in rule.options.get("roles", ())}
    return [
        match
        for match in context.matches.of(rule.name, group)
        if not match.flags & unless
        and (not only or match.flags & only)
        and (not roles or context.message.blocks[match.sentence.block].role in roles)
    ]
