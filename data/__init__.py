"""What we know: plans, units, work and messages, with no clock, no words for people and no network."""
