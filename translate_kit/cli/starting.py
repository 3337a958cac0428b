"""The files of a new workspace: settings with the office to fill in, contacts, an example."""

from translate_kit.contacts.contact import COLUMNS
from translate_kit.files import read_text
from translate_kit.messages import _, active_language
from translate_kit.workspace import SETTINGS, shipped

_MERGING = """glossaries/*/*.csv merge=translate-kit
glossaries/standards/*.csv merge=text
glossaries/history.jsonl merge=union
glossaries/standards/history.jsonl merge=union
"""
"""How git joins two people's work on the glossary (docs/glossary.md); harmless without git."""


def workspace_files() -> dict[str, bytes]:
    """File name -> content."""
    examples = sorted((shipped("examples")).glob("*.toml"))
    texts = {
        SETTINGS: _settings(),
        "contacts.csv": ",".join(COLUMNS) + "\n",
        "README.txt": _guide(),
        ".gitattributes": _MERGING,
        **{f"requests/{path.name}": read_text(path) for path in examples},
    }
    return {name: text.encode() for name, text in texts.items()}


def _settings() -> str:
    office = read_text(shipped("letter_templates") / "office.toml")
    tables = "\n".join(
        line.replace("[", "[office.", 1) if line.startswith("[") else line
        for line in office.split("\n")
        if not line.startswith("#")
    )
    head = [
        "# " + _("The workspace of your office. Language of the interface: zh or en"),
        f'ui = "{active_language()}"',
        "",
        "# " + _("The office that writes, in five languages: put your own here."),
        "# " + _("You may add [office.signer_name] and [office.drafter], also by language."),
    ]
    return "\n".join(head) + "\n" + tables


def _guide() -> str:
    lines = [
        _("This folder is a translate-kit workspace."),
        "",
        "translate-kit.toml   " + _("your office: names, address, who signs"),
        "contacts.csv         " + _("your addressees, beside the shipped ones; Excel may edit it"),
        "requests/            " + _("examples of requests for letters"),
        "letter_templates/    " + _("put a changed template here, e.g. appeal/ru.md.j2"),
        "glossaries/          " + _("put a changed glossary file here, e.g. ppe/ru.csv"),
        "",
        _("What you do not put here is taken from translate-kit itself, file by file."),
    ]
    return "\n".join(lines) + "\n"
