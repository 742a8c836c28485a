"""What cannot be done with files that are read, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "TableMissing": N_("No table of tasks was found in {path}. Please check that this is the plan with its annex."),
    "ColumnsMissing": N_("The table of tasks in {path} lacks these columns: {columns}. Please add them and try again."),
    "PlanYearUnknown": N_(
        "{path} does not say the year of the plan. Please give it, for example: --year 2023; in a chat, write 2023"
        " with the file."
    ),
    "FileExists": N_("{path} is there already and is not written over. Please give another name."),
    "FileUnwritable": N_("{path} cannot be written: {detail}. Please give another place or name."),
    "CalendarUnreadable": N_("The calendar {place} cannot be read: {detail}. Please check it and try again."),
}

# By class and reason code.
REASONS: Mapping[str, Mapping[str, str]] = {
    "DocumentUnreadable": {
        "missing": N_("There is no readable file {path}. Please check its name."),
        "empty": N_("The file {path} is empty."),
        "too-large": N_("The file {path} is too large. Please give the plan with its annex alone."),
        "bomb": N_("The file {path} is built in a way that is not safe to open. Please save it anew and try again."),
        "encrypted": N_("The file {path} has a password. Please save it without one and try again."),
        "old-doc": N_(
            "The file {path} is in the format of old Office. Please save it as .docx or .xlsx and try again."
        ),
        "unknown-format": N_("The format of {path} is not known. Please use .docx, .xlsx, .pdf or .txt"),
        "encoding": N_("The letters of {path} cannot be read. Please save it as UTF-8 text and try again."),
        "damaged": N_("The file {path} is damaged. Please save it anew and try again."),
        "scanned-pdf": N_("The file {path} is a scanned picture without text. Please use the original document."),
    },
    "RegistryUnreadable": {
        "missing": N_("There is no readable registry of units {place}. Please check UNITS_FILE."),
        "empty": N_("The registry of units {place} is empty."),
        "encoding": N_("The letters of the registry of units {place} cannot be read. Please save it as UTF-8."),
        "columns": N_("The registry of units {place} lacks: {detail}. Please add it and try again."),
        "duplicate": N_("The registry of units {place} has this code twice: {detail}. Please keep one."),
        "member": N_("The registry of units {place} has a group with members it does not know: {detail}."),
    },
    "EnvFileUnreadable": {
        "rights": N_("The settings in {path} cannot be read: {detail}. Please check the rights on it."),
        "encoding": N_("The letters of {path} cannot be read. Please save it as UTF-8 text."),
        "line": N_("{place} is not of the form NAME=value. Please correct it, or put # before it."),
    },
}
ANY_REASON: Mapping[str, str] = {
    "DocumentUnreadable": N_("The file {path} cannot be read. Please save it anew and try again."),
    "RegistryUnreadable": N_("The registry of units {place} cannot be read. Please check it and try again."),
    "EnvFileUnreadable": N_("The settings in {path} cannot be read. Please check the file."),
}

# The columns of a table of tasks.
COLUMNS: Mapping[str, str] = {
    "title": N_("the task"),
    "lead": N_("the lead unit"),
    "deadline": N_("the deadline"),
}
