"""The form that goes with the refusal of a plan, or with its draft: kept until it is swept."""

from pathlib import Path

from data.agencies import Registry
from data.documents import outline
from data.plans.forms import NO_WORDS, blank_form, form_of
from data.refusals import ColumnsMissing, DocumentUnreadable, MarkedSecret, Refusal, TableMissing, TasksMissing
from data.secrecy import is_stamped
from data.work import evidence


def with_form(said: Refusal, path: Path, name: str, registry: Registry, folder: Path) -> Refusal:
    """What is said of a plan in the file at `path`, with a form where one helps: of a scan it is blank.

    Raises:
        MarkedSecret: its first lines carry a mark of state secrets.
    """
    if isinstance(said, TableMissing | ColumnsMissing | TasksMissing):
        said.form = _made_of(path, name, registry, folder)
    elif isinstance(said, DocumentUnreadable) and said.reason in NO_WORDS:
        said.form = kept(blank_form(registry), name, folder)
    return said


def _made_of(path: Path, name: str, registry: Registry, folder: Path) -> tuple[str, ...]:
    """A form of what is understood of a plan: name, path, SHA-256; none where there is nothing to go by."""
    document = outline(path)
    if any(map(is_stamped, document.opening)):
        raise MarkedSecret
    content, tasks = form_of(document, registry)
    return kept(content, name, folder) if tasks else ()


def kept(content: bytes, name: str, folder: Path) -> tuple[str, ...]:
    """A form under the plan's name, kept until it is swept: name, path, SHA-256."""
    made = evidence.made(folder, f"{Path(name).stem}.xlsx", content)
    return made.name, made.path, made.sha256
