"""What units do about what they owe: reports, what backs them, extensions, and what stands in the way."""
