"""What we know: plans, units, work and messages, with no clock, no words for people and no network.

PARTS is the order to read the room in. A part imports only parts before it: tests/test_rooms.py holds that.
"""

PARTS = (
    "kinds",  # the closed sets: roles, parts, states, ladders
    "talk",  # what passes between a chat and the house, and what a choice does
    "refusals",  # one class per thing that a person can be told
    "words",  # the one kit under all reading: folding, tokens, the cursor, phrases, courtesy
    "titles",  # a long title in few words
    "secrecy",  # the marks of state secrets
    "period",  # half-open ranges of dates with a name
    "workdays",  # weekends, public holidays, swapped days
    "deadline",  # a cell of time → a Deadline
    "agencies",  # a cell of agencies → units and groups, by their names
    "documents",  # a file → its title, tables and paragraphs
    "lines",  # what a typed line names: tasks, units, periods, days, counts, documents
    "facts",  # what is read, as frozen values
    "digests",  # what is heard in one slot, as frozen values
    "told",  # frozen classes and the records that keep them
    "notices",  # what chats are told of at once, a class a kind
    "disk",  # files of the service's own, and room for them
    "engines",  # which database, when it cannot serve, one writer after the other
    "columns",  # columns that may hold what cannot be read
    "model",  # the tables
    "migrations",  # from each release's tables to the next
    "store",  # the engine and its two openers
    "record",  # one line for every change
    "outbox",  # what goes out
    "inbox",  # what came in
    "views",  # the work, read as facts
    "leases",  # which process speaks for a bot, and whether anything goes out by it
    "people",  # units, chats, persons, codes, choices offered
    "ledger",  # what each bot has sent in a month
    "occurrences",  # opened, moved, closed
    "plans",  # drafted, asked about, imported, settled
    "reminders",  # due, written, read for their words
    "work",  # what units do: report, add evidence, extend, put off
    "office",  # what Nội vụ does: look through, urge, release, hand over
    "upkeep",  # how the service stands, and what it keeps no longer
)
