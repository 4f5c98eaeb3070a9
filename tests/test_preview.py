from __future__ import annotations

import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import urlopen

import pytest
from mkdocs.commands.build import build
from mkdocs.livereload import LiveReloadServer

from invoeringstoets.mkdocs_plugin import InvoeringstoetsPlugin
from invoeringstoets.mkdocs_plugin.live import Live
from invoeringstoets.mkdocs_plugin.run import configured
from invoeringstoets.mkdocs_plugin.serving import Tell
from invoeringstoets.workspace import find_project
from previewing import PATIENCE, free_port, preview
from surroundings import ROOT, Run

pytestmark = pytest.mark.slow

FINDING = "doelgroep vooraf te hoog geschat"
"""What an answer of the toets ends with."""


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def served(project: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """A preview that was told of a fault by the time it ends."""
    with preview(project, port, "2024-kot-wlz", "2026-verblijfspas-online") as process:
        yield process
    complaints = (project / "err").read_text(encoding="utf-8")
    assert "T102" in complaints
    assert "T120" not in complaints
    assert "Daarnaast: 1 hint." in complaints
    assert "GET /" not in complaints


def seen(port: int, path: str, wanted: str) -> str:
    """The page at an address once it holds a text; the last one seen when it never does."""
    until, found = time.monotonic() + PATIENCE, ""
    while time.monotonic() < until:
        try:
            with urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5) as answer:
                found = answer.read().decode()
        except OSError:
            found = ""
        if wanted in found:
            return found
        time.sleep(0.2)
    return found


def test_edit_is_seen_and_a_fault_keeps_the_last_good_page(
    served: subprocess.Popen[str], project: Path, port: int
) -> None:
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    good = path.read_text(encoding="utf-8")
    with urlopen(f"http://127.0.0.1:{port}/toetsen/2024-kot-wlz.html") as answer:
        first = answer.read().decode()
    assert "livereload" in first
    assert "Er staat een fout" not in first
    path.write_text(good.replace("\nkorte_titel: ", "\nkorte_titel: Verse "), encoding="utf-8")
    assert "Verse Kinderopvangtoeslag" in seen(port, "toetsen/index.html", "Verse Kinder")
    path.write_text(good + "kleuur: rood\n", encoding="utf-8")
    found = seen(port, "toetsen/index.html", "Er staat een fout")
    assert "onbekende sleutel ‘kleuur’" in found
    assert "Verse Kinderopvangtoeslag" in found
    path.write_text(good, encoding="utf-8")
    assert seen(port, "toetsen/index.html", ">Kinderopvangtoeslag bij een permanente")
    assert "Verse" not in seen(port, "index.html", ">Kinderopvangtoeslag bij een permanente")
    assert served.poll() is None


def test_content_that_changed_is_shown_without_mkdocs_as_mkdocs_would(
    project: Path, tmp_path: Path
) -> None:
    path = project / "toetsen" / "2024-kot-wlz.yaml"
    shutil.copy(ROOT / "toetsen" / "2024-kot-wlz.yaml", path)
    whole = path.read_text(encoding="utf-8")
    live = previewed(project, tmp_path / "a")
    path.write_text(whole.replace("\nkorte_titel: ", "\nkorte_titel: Verse "), encoding="utf-8")
    assert not live.renewed(tmp_path / "a", internal=False)  # the title stands around the content
    path.write_text(whole, encoding="utf-8")

    live = previewed(project, tmp_path / "b")
    before = contents(tmp_path / "b")
    assert FINDING in whole
    path.write_text(whole.replace(FINDING, FINDING + " anders"), encoding="utf-8")
    assert live.renewed(tmp_path / "b", internal=False)
    after = contents(tmp_path / "b")
    changed = {one for one, data in after.items() if data != before[one]}
    assert {"toetsen/2024-kot-wlz.html", "data/toetsen/2024-kot-wlz.json"} <= changed
    assert live.renewed(tmp_path / "b", internal=False)  # now the files over all toetsen too
    previewed(project, tmp_path / "c")
    assert contents(tmp_path / "b") == contents(tmp_path / "c")


def previewed(project: Path, to: Path) -> Live:
    """A live preview after its first build."""
    config = configured(find_project(project))
    config.site_dir = str(to)
    plugin = config.plugins["invoeringstoets"]
    assert isinstance(plugin, InvoeringstoetsPlugin)
    plugin.config.project = str(project)
    plugin.on_startup(command="serve", dirty=True)
    build(config, dirty=True)
    assert plugin._live is not None
    return plugin._live


def test_server_adds_faults_to_pages_and_has_only_a_missing_page_wait(
    project: Path, tmp_path: Path, port: int
) -> None:
    path, site = project / "toetsen" / "2024-kot-wlz.yaml", tmp_path / "a"
    shutil.copy(ROOT / "toetsen" / "2024-kot-wlz.yaml", path)
    live, config = previewed(project, site), configured(find_project(project))
    built, told, ready = [], [], threading.Event()
    server = LiveReloadServer(lambda: built.append(1), "127.0.0.1", port, root=str(site))
    server.error_handler = lambda _code: (site / "404.html").read_bytes()
    tell = Tell(ready=ready.set, faults=told.append)
    own = live.serve(server, config, internal=False, tell=tell)
    serving = threading.Thread(target=own.serve)
    serving.start()
    assert ready.wait(PATIENCE)
    assert "Er staat een fout" not in answered(port, "index.html")
    path.write_text(path.read_text(encoding="utf-8") + "kleuur: rood\n", encoding="utf-8")
    own.builder()
    assert "onbekende sleutel ‘kleuur’" in told[-1]
    version = re.search(r"const version = (\d+);", answered(port, "weg.html"))
    assert version is not None
    now = int(answered(port, "livereload/0/0"))
    assert 0 < int(version[1]) <= now
    assert all("Er staat een fout" in answered(port, f"{one}.html") for one in ("index", "weg"))
    assert "const version" not in answered(port, "index.html")
    assert answered(port, "css/site.css").startswith("/*")
    path.unlink()
    own.builder()
    own.shutdown(wait=True)
    serving.join()
    assert built


def answered(port: int, path: str) -> str:
    """What a server has at a path, also when that is a page that says there is none."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", f"/{path}")
    with connection.getresponse() as answer:
        text = answer.read().decode()
    connection.close()
    return text


def contents(site: Path) -> dict[str, bytes]:
    """Every file but the search index, which a preview makes once."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and "zoek" not in path.relative_to(site).parts
    }


def test_port_in_use_is_said(project: Path, toets: Callable[..., Run], port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        done = toets("bekijk", f"--poort={port}")
    assert done.code == 2
    assert "al in gebruik" in done.err
    assert project.is_dir()


def test_broken_settings_are_said(project: Path, toets: Callable[..., Run], port: int) -> None:
    shutil.copytree(ROOT / "site", project / "site")
    config = project / "site" / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("docs_dir: docs", "docs_dir: nergens")
    config.write_text(text, encoding="utf-8")
    done = toets("bekijk", f"--poort={port}")
    assert done.code == 1
    assert "nergens" in done.err
    assert "Traceback" not in done.err
