"""What a typed line names, in any case and with or without accents. Pure: who knows the units gives them as values.

In reading order, each file with the question that it answers; a file imports only those before it:

    called     does a line speak to whoever coordinates by its own name?
    signs      does one of some phrases stand in it, and nothing beside that takes its meaning?
    numbers    which tasks does a line name, and what does it count? `read_argument` is the way in
    days       which day or period does it name?
    notes      what does a note name: documents and links as evidence (Minh chứng), products (Sản phẩm), a ground?
    amending   what does a report say once more is added to it, or it is put right?
    doubts     does it ask, or tell of work that is not done yet?
    several    which of its words are reported of which task? `read_reports` is the way in
    wishes     what is wanted by a line, and what does its chat know? Values only

What a line of a unit's chat means, in plain words; `understand_unit` is the way in:

    english                 which words of English are ours?
    normal                  which words are meant, whatever the keyboard and the haste made of them?
    marked                  what is named in figures: documents, links, days, periods, counts?
    scenes                  what does the chat's scene say of its tasks? Which other units does a line name?
    naming                  which tasks are named: by number, all of them, some left out, by their titles?
    tones                   what is said of a task: done, nothing arose, not yet, a difficulty?
    clauses                 which words are said of which tasks?
    spoken                  the line as the readers see it, how much of it is understood; is it no more than received?
    asking                  is something asked, or does it only look like it?
    inquiries_narrow        how are questions written down, and which go first?
    inquiries               which question is it?
    results                 what does a clause report of its tasks, and what does it lack?
    of_units_reports        what is reported, at once or asked about first?
    of_units_withdrawals    is what has just been reported taken back, or another task's?
    of_units_corrections    what is to be taken back, corrected, added?
    of_units_requests       what is asked for: a later day, a later reminder, evidence?
    of_units_troubles       which difficulty is over, which names no task?
    of_units_asking         what does somebody want to know?
    of_units_together       is one thing reported, and another asked or asked for?
    of_units_talk           what is said beside work?
    of_units_people         who answers for the unit, and what is not its to do?
    of_units_answers        what answers our own question?
    of_units                what does the line mean?

What a line of Nội vụ's chat, or of a leader's or a head's, means:

    of_office_lists        what does the coordinator ask of the plan, and which lists? The first table of kinds
    of_office_dealing      what does it want of requests, reports and difficulties? The second table
    of_office_sending      what is sent to units, and to leaders? The third table
    of_office_following    what does it ask of figures, chats, tasks and days, and change in them? The fourth table
    of_office_ahead        which command is wanted where a word of another only stands in the line?
    of_office_broad        which command do the notions want that a line joins, in whatever words?
    of_office_acts         which command does a kind want, and does it ask?
    of_office_english      what would we have typed for what is said in English?
    of_office_words        word by word: what leads to it, which period, what do short words stand for?
    of_office_names        which units, groups and persons are named, in short ways too?
    of_office_tasks        which tasks are named, by number or by words of their titles?
    of_office_lexicon      which words of the tables do others stand for?
    of_office_marks        what does the whole line name, and of which kind is it?
    of_office_slots        what do the names give to a wish, or to that which we asked about last?
    of_office_reports      does it report, and for whom?
    of_office_notices      to whom does a notice go, and what does it say?
    of_office_requests     what becomes of urging, accepting, granting, setting days, of changes?
    of_office_together     are several things wanted in one line?
    of_office              what does a line of the coordinator's chat mean? `understand_office` is the way in
    of_leader              what does one of a leader's or a head's chat mean? `understand_leader` is the way in

What the commands of Nội vụ name behind them:

    requests   what is asked about: tasks, units or a group, a period (`read_subject`)? Until when is somebody not to be
               reminded (`read_delay`)? How is a row of units to change (`read_amendment`)?
    for_units   what is noted of a report of other units, and of which?
    orders     what is to be done, by which units, until when?
    addressed   to which units does a notice go, and what does it say?
"""
