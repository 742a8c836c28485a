"""What people type: numbers of tasks, days, units, products, counts, marks of secrecy. Mostly pure."""
