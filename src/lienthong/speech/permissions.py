"""Who may do what with scripts, recordings and words. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.organisations.service import Abilities, Actor, Role, register_abilities
from lienthong.speech.models import Pronunciation, Recording, Script
from lienthong.speech.queries import LISTENERS
from lienthong.speech.workflow import RECORDING

#: Those who answer for what the office says.
_DECIDERS = (Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class ScriptAbilities(Abilities):
    """``write`` the text; ``record`` it with a voice or a file."""

    write: bool = False
    record: bool = False


@dataclass(frozen=True, slots=True)
class RecordingAbilities(Abilities):
    """``decide``: approve or return, never by who wrote or made it; ``withdraw`` what is approved."""

    decide: bool = False
    withdraw: bool = False


@dataclass(frozen=True, slots=True)
class PronunciationAbilities(Abilities):
    change: bool = False


def may_write(actor: Actor) -> bool:
    """Who works in an office may write for its loudspeakers."""
    return actor.is_(*LISTENERS) and actor.office is not None


def may_change_words(actor: Actor) -> bool:
    return may_write(actor) and actor.is_(*_DECIDERS)


def script_abilities(actor: Actor, script: Script) -> ScriptAbilities:
    if not (may_write(actor) and actor.in_office(script.office_id)):
        return ScriptAbilities()
    return ScriptAbilities(see=True, write=True, record=True)


def recording_abilities(actor: Actor, recording: Recording) -> RecordingAbilities:
    if not (may_write(actor) and actor.in_office(recording.script.office_id)):
        return RecordingAbilities()
    own = actor.holds(recording.text_editor, recording.made_by)
    return RecordingAbilities(
        see=True,
        decide=actor.is_(*_DECIDERS) and not own and RECORDING.allows(recording.state, "approve"),
        withdraw=actor.is_(*_DECIDERS) and RECORDING.allows(recording.state, "withdraw"),
    )


def pronunciation_abilities(actor: Actor, word: Pronunciation) -> PronunciationAbilities:
    if not (may_write(actor) and actor.in_office(word.office_id)):
        return PronunciationAbilities()
    return PronunciationAbilities(see=True, change=may_change_words(actor))


register_abilities(Script, script_abilities)
register_abilities(Recording, recording_abilities)
register_abilities(Pronunciation, pronunciation_abilities)
