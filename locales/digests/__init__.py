"""What is pushed once a day: a unit's digest, Nội vụ's digest, and both in one where a chat has both roles."""
