"""The states of an official document and every move between them, each with its reason.

Intake and registers move a document up to the leader; the leader's decision and the handler's answer move it on.
"""

from lienthong.core.states import Edge, Workflow
from lienthong.registry.models import OfficialDocument

_S = OfficialDocument.State

DOCUMENT = Workflow(
    "registry.document",
    [
        Edge(_S.READING, _S.TO_REGISTER, "read", "the files were read, or could not be: a person goes on either way"),
        Edge(_S.TO_REGISTER, _S.READING, "add_file", "a file added later is read before the document is registered"),
        Edge(_S.READING, _S.READING, "add_file", "several files of one document arrive one after the other"),
        Edge(_S.TO_REGISTER, _S.READING, "read_again", "a file that could not be read is read once more"),
        Edge(_S.READING, _S.READING, "read_again", "one of several files failed while others are being read"),
        Edge(_S.TO_REGISTER, _S.WITH_LEADER, "register_incoming", "it has a number and waits for the leader (Điều 23)"),
        Edge(_S.TO_REGISTER, _S.ISSUED, "register_outgoing", "number and date make it an issued one (Điều 15)"),
        Edge(_S.READING, _S.WITH_LEADER, "register_incoming", "the clerk need not wait: what is read comes later"),
        Edge(_S.READING, _S.ISSUED, "register_outgoing", "the clerk need not wait: what is read comes later"),
        # An order that came before its document (told, not written) goes the same way and keeps what was decided.
        Edge(_S.TOLD, _S.WITH_LEADER, "register_incoming", "its document came and has a number"),
        *(
            Edge(state, state, "register_incoming", "the document of an order came after the leader had decided")
            for state in (_S.IN_WORK, _S.NOTED, _S.FILED, _S.DONE)
        ),
        # The leader's decision; a later one replaces the first, because leaders change their minds.
        *(
            Edge(source, target, act, reason)
            for source in (_S.TOLD, _S.WITH_LEADER, _S.IN_WORK, _S.NOTED, _S.FILED, _S.DONE)
            for target, act, reason in (
                (_S.IN_WORK, "decide_handle", "the leader gave it to a lead unit, with deadlines (Điều 23.2)"),
                (_S.NOTED, "decide_note", "it is only to be known: nothing is left to do"),
                (_S.FILED, "decide_file", "it is only to be kept: nothing is left to do"),
            )
        ),
        Edge(_S.IN_WORK, _S.IN_WORK, "hand_on", "the head of a unit names who handles it: the middle of the slip"),
        Edge(_S.IN_WORK, _S.IN_WORK, "finish_part", "one of several units is done and others are not"),
        Edge(_S.IN_WORK, _S.DONE, "answer", "the reply document was issued"),
        Edge(_S.IN_WORK, _S.DONE, "finish", "the work is done and no reply was asked for"),
    ],
)

#: States in which a document has its number in a register.
REGISTERED = (_S.WITH_LEADER, _S.IN_WORK, _S.NOTED, _S.FILED, _S.DONE, _S.ISSUED)
