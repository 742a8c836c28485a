"""What is pushed once a day: a unit's digest, Nội vụ's digest, and both in one where a chat has both roles."""

from locales.digests.coordinator import coordinator_digest
from locales.digests.letters import head_digest, together
from locales.digests.unit import unit_digest

__all__ = ["coordinator_digest", "head_digest", "together", "unit_digest"]
