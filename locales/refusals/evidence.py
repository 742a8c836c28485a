"""What cannot be done with what backs a report, in a sentence each."""

from collections.abc import Mapping

from locales import N_

SENTENCES: Mapping[str, str] = {
    "FileTooLarge": N_(
        "“{name}” is larger than {megabytes} MB and was not kept. Please send a smaller one, or a link to it."
    ),
    "FilesWaiting": N_(
        "At most {files} files, of {megabytes} MB together, wait in one chat, so this one was not kept. Please say what"
        " those that wait are for, for example: done 10 kem tep; or delete them: discard file. Then send the rest."
    ),
    "EvidenceFull": N_(
        "One report takes at most {most} files, and that on task {number} has {count}, so what was sent now was not"
        " kept. Please put the rest into one file, or send a link to it, for example: evidence {number} and the link."
        " To delete files that wait here: discard file"
    ),
    "FileEmpty": N_("There is nothing in “{name}” (0 bytes), so it was not kept. Please send the file again."),
    "FileLost": N_("“{name}” could not be received. Please send it again."),
    "FileNotHeld": N_(
        "The file does not wait here any more. Please send it again with the words, for example: done 10"
    ),
    "FileWithoutTask": N_(
        "It is not known which report this belongs to, so it was not kept. Please send it again with the number of"
        " the task, for example: done 10, or after a report: evidence 10"
    ),
    "NothingToBack": N_(
        "Task {number} has no report yet. To report it with this evidence, please send it with the words: done {number}"
    ),
    "EvidenceOfOthers": N_("The evidence of another unit is shown to {office} alone. To see your own: see evidence 10"),
    "EvidenceGone": N_(
        "No such evidence is behind the report on task {number}. To see what is, type: see evidence {number}"
    ),
    "EvidenceMissing": N_(
        "No evidence was found in this. Please send a photo or a file with the words “evidence {number}”, or type the"
        " document's number or a link, for example: evidence {number} no. 12/KH-VP"
    ),
}
