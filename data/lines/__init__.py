"""What a typed line names, in any case and with or without accents. Pure: who knows the units gives them as values.

Read numbers, days and notes first: which tasks, when, what is said of them. Then doubts and slips: whether the line
means it. Then several, units and about, which read whole lines with the others.
"""
