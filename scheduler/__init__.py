"""When we say it: which reminder is due now, and getting it there."""
