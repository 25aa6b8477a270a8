"""What must be true of the project itself."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
# An app may know those that stand before it; reviews and people know each other by name only (docs/decisions/0001).
APPS = ("reviews", "people", "ingest", "packs", "following", "desk", "demonstration")
KNOWN_TO_REVIEWS = {"reviews", "people", "config"}
# The packages that read documents know neither Django nor a database.
WITHOUT_DJANGO = (
    "ingest/readers", "ingest/layout", "ingest/outlining", "ingest/extractors", "ingest/dates", "ingest/pdfium",
    "ingest/ocr", "ingest/word", "ingest/pipeline.py", "ingest/outline.py", "ingest/blocks.py", "ingest/pages.py",
    "ingest/record.py", "ingest/exceptions.py", "ingest/likeness.py", "ingest/matching.py", "ingest/sandbox.py",
    "ingest/child.py", "reviews/codebook", "reviews/register", "reviews/partial_dates.py",
)  # fmt: skip
WITH_DJANGO = {"django", "ingest.models", "ingest.tasks", "ingest.store", "ingest.intake", "reviews.models", "people"}


def modules(*places):
    for place in places:
        path = PROJECT / place
        yield from [path] if path.suffix == ".py" else sorted(path.rglob("*.py"))


def imports(module):
    """The dotted names that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def tracked():
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a clone of the repository")
    return [PROJECT / name for name in listed.stdout.splitlines() if (PROJECT / name).is_file()]


@pytest.mark.parametrize("app", ["reviews", "people", "ingest", "packs", "following", "desk"])
def test_imports_between_apps_go_one_way(app):
    allowed = KNOWN_TO_REVIEWS if app in {"reviews", "people"} else {*APPS[: APPS.index(app) + 1], "config"}
    known = {
        (str(module.relative_to(PROJECT)), name)
        for module in modules(app)
        for name in imports(module)
        if name.split(".")[0] in APPS and name.split(".")[0] not in allowed
    }

    assert known == set()


def test_whatever_reads_documents_knows_no_django():
    known = {
        (str(module.relative_to(PROJECT)), name)
        for module in modules(*WITHOUT_DJANGO)
        for name in imports(module)
        if any(name == other or name.startswith(f"{other}.") for other in WITH_DJANGO)
    }

    assert known == set()


def test_every_setting_that_the_environment_can_give_is_listed():
    read = set()
    for module in (*modules("config"), PROJECT / "Makefile"):
        read |= set(re.findall(r"""(?:environ\.get\(|env_\w+\(|environ\[)\s*["'](\w+)["']""", module.read_text()))
    listed = set(re.findall(r"^(\w+)=", (PROJECT / ".env.example").read_text(), re.MULTILINE))

    assert read - {"DJANGO_SETTINGS_MODULE"} == listed


def test_every_package_has_its_line_in_the_list_of_dependencies():
    explained = (PROJECT / "docs" / "dependencies.md").read_text().lower()
    required = {
        re.split(r"[\[=]", line)[0].lower()
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (PROJECT / name).read_text().splitlines()
        if line and not line.startswith(("#", "-"))
    }

    assert {package for package in required if package not in explained} == set()


def test_versions_are_exact():
    for name in ("requirements.txt", "requirements-dev.txt", "constraints.txt"):
        for line in (PROJECT / name).read_text().splitlines():
            assert not line or line.startswith(("#", "-r")) or "==" in line, f"{name}: {line}"


def test_modules_stay_short():
    long = [
        f"{module.relative_to(PROJECT)}: {len(module.read_text().splitlines())}"
        for module in tracked()
        if module.suffix == ".py" and "migrations" not in module.parts and "tests" not in module.parts
        if len(module.read_text().splitlines()) > 300
    ]

    assert long == []


def test_no_module_is_a_drawer():
    drawers = {"utils", "helpers", "common", "misc"}

    assert [path for path in tracked() if path.suffix == ".py" and path.stem in drawers] == []


def test_templates_have_no_inline_script_or_style():
    # A script of type application/json is data: no browser runs it.
    script = r'<script(?![^>]*(?:\bsrc=|type="application/json"))[^>]*>'
    inline = re.compile(rf"{script}|<style|\sstyle=|\son[a-z]+=|hx-on", re.IGNORECASE)
    found = [
        (str(template.relative_to(PROJECT)), match.group())
        for template in (PROJECT / "templates").rglob("*.html")
        if (match := inline.search(template.read_text()))
    ]

    assert found == []


CORPUS = PROJECT.parent / "shared" / "corpus"
RUN = 12


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text):
    """Every run of twelve words of a text."""
    given = words(text)
    return {tuple(given[start : start + RUN]) for start in range(len(given) - RUN + 1)}


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real reviews do not lie beside the project")
def test_no_sentence_of_a_real_review_stands_in_the_project():
    real = set().union(*(runs(file.read_text()) for file in CORPUS.iterdir() if file.suffix in {".txt", ".md"}))
    copied = {}
    for path in tracked():
        if path.suffix in {".py", ".md", ".html", ".typ", ".json", ".toml", ".csv", ".txt"}:
            found = runs(path.read_text()) & real
            if found:
                copied[str(path.relative_to(PROJECT))] = " ".join(sorted(found)[0])

    assert copied == {}


def test_the_guide_shows_pictures_that_are_there():
    named = re.findall(r"\]\((pictures/[^)]+)\)", (PROJECT / "docs" / "editors.md").read_text())

    assert named
    assert [name for name in named if not (PROJECT / "docs" / name).is_file()] == []
