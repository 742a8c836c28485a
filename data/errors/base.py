"""What every refusal is: a code (the class) and its fields."""

from dataclasses import dataclass, fields


@dataclass(eq=False, kw_only=True)
class Refusal(Exception):  # noqa: N818 - it is an answer to a person, not a fault
    """What was asked cannot be done, and somebody must be told why."""

    @property
    def code(self) -> str:
        """The class's name, under which the sentence is kept."""
        return type(self).__name__

    @property
    def fields(self) -> dict[str, object]:
        """What the sentence is filled with."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        return f"{self.code}({', '.join(f'{name}={value!r}' for name, value in self.fields.items())})"
