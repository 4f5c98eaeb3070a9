"""How a live preview is served: it looks at the files often, and every page says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

PLACE = b"<!-- bevindingen -->"
"""Where a page of the theme shows what is wrong with the files."""
END = b"</body>"
NOW = "/livereload/0/0"
"""The address at which the server of MkDocs says at once which version of the site it shows."""

POLL = 0.15
"""Seconds between two looks at the files."""
CALM = 0.03
"""Seconds without further changes before a build begins: an editor writes a file in steps."""

App = Callable[..., Iterable[bytes]]


@dataclass(frozen=True)
class Tell:
    """Whom a live preview tells that it listens, and what faults there are."""

    ready: Callable[[], None]
    faults: Callable[[str], None]


@dataclass(frozen=True)
class Extra:
    """What every page that is served gets besides its content, asked for at every request.

    ``banner`` says what is wrong with the files, ``waiting`` is the script of a page that is not
    there (yet), given the version of the site in which it was not: the server of MkDocs has pages
    that are there look for a later version by themselves.
    """

    banner: Callable[[], bytes]
    waiting: Callable[[str], bytes]


def serving(
    server: Any,  # noqa: ANN401 -- MkDocs' own server
    config: MkDocsConfig,
    *,
    rebuild: Callable[[], None],
    extra: Extra,
    ready: Callable[[], None],
) -> Any:  # noqa: ANN401 -- as above
    """A server like this one that looks at the files often and shows ``extra``.

    ``ready`` is called when it listens.
    """
    server.server_close()
    host, port = server.server_address[:2]
    own = type(server)(
        builder=rebuild,
        host=host,
        port=port,
        root=server.root,
        mount_path=server.mount_path,
        polling_interval=POLL,
    )
    own.build_delay, own.error_handler = CALM, server.error_handler
    for path in (config.docs_dir, config.config_file_path, config.theme.custom_dir):
        if path:
            own.watch(path)
    own.set_app(_shown(own.get_app(), extra))
    activate = own.server_activate

    def listen() -> None:
        activate()
        ready()

    own.server_activate = listen
    return own


def _shown(app: App, extra: Extra) -> App:
    """The same site with on its pages what comes with them (PEP 3333)."""

    def shown(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        version, _, _ = _asked(app, {**environ, "PATH_INFO": NOW})  # before it looks for the page
        body, status, headers = _asked(app, environ)
        if ("Content-Type", "text/html") in headers:
            data = b"".join(body).replace(PLACE, extra.banner())
            if not status.startswith("200"):
                data = data.replace(END, extra.waiting(b"".join(version).decode()) + END)
            headers = [one for one in headers if one[0] != "Content-Length"]
            body = [data]
            headers.append(("Content-Length", str(len(data))))
        start_response(status, headers)
        return body

    return shown


def _asked(app: App, environ: dict[str, Any]) -> tuple[Iterable[bytes], str, list[tuple[str, str]]]:
    """What an app answers: the body, the status and the headers."""
    said: list[tuple[str, list[tuple[str, str]]]] = []
    body = app(environ, lambda status, headers: said.append((status, headers)))
    status, headers = said[0]
    return body, status, headers
