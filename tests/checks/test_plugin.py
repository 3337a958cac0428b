"""A check of an installed plug-in: a function and an entry point, nothing else."""

import subprocess
import sys
from pathlib import Path

PLUGIN = '''
from translate_kit.checks import Remark

def check(segment, knowledge):
    """Shouting.

    A translation in capitals alone.
    """
    if segment.target.isupper() and not segment.source.isupper():
        yield Remark("the translation shouts")
'''
CODE = """
import sys; sys.path.insert(0, sys.argv[1])
from translate_kit import checks
from translate_kit.checks.explanation import explanations
from translate_kit.model import Pair
for finding in checks.check("谢谢。", "THANK YOU.", Pair("zh", "en")):
    print(finding.check, finding.severity.value, finding.message)
print([each.text for each in explanations() if each.name == "shouting"])
"""


def test_a_check_of_a_plugin_speaks_and_is_explained(tmp_path: Path) -> None:
    info = tmp_path / "shouting-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: shouting\nVersion: 1\n", encoding="utf-8")
    entry = "[translate_kit.checks]\nshouting = shouting:check\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")
    (tmp_path / "shouting.py").write_text(PLUGIN, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", CODE, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout.splitlines() == [
        "shouting warning the translation shouts",
        "['A translation in capitals alone.']",
    ], done.stderr
