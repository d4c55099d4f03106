"""What an act answers when it may not or cannot be done."""


class Refused(Exception):
    """An act was refused; nothing was changed. ``sentence`` says in Vietnamese what is wrong and what to do."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


class NotAllowed(Refused):
    """The person has no right to this act."""
