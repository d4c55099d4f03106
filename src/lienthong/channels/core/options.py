"""Fields of an outlet whose choices are things of its office."""

from django import forms


class OfficeOptionsForm(forms.Form):
    """A channel's options that are chosen among what the office has: its columns, its lists."""

    def offer(self, office_id: int) -> None:
        """Fill the choices with those of one office; called once, before anything is read."""
        raise NotImplementedError
