"""Where on the site the pages stand that rows lead to, from its root."""


def of_toets(toets_id: str) -> str:
    """The path of the page of a toets."""
    return f"toetsen/{toets_id}.html"


def of_organisation(organisation_id: str) -> str:
    """The path of the page of an organisation."""
    return f"organisaties/{organisation_id}.html"
