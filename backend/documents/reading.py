"""The agreed text as a screen shows it, and a name as a stranger may see it."""

from backend.documents.canonical import read_canonical


def paragraphs(canonical: bytes) -> list[str]:
    """The text as headed paragraphs, in order, numbered as printed."""
    text = read_canonical(canonical)
    lines = [text.title]
    for party in text.parties:
        details = "，".join(f"{label}：{value}" for label, value in party.details)
        lines.append(f"{party.role}：{party.name}" + (f"（{details}）" if details else ""))
    until = f"到 {text.ends_on:%Y-%m-%d}" if text.ends_on else ""
    lines.append(f"期限：从 {text.starts_on:%Y-%m-%d} {until}".strip())
    for number, clause in enumerate(text.clauses, 1):
        lines.append(f"{number}. {clause.heading}")
        lines.extend(clause.paragraphs)
    return lines


def masked(name: str) -> str:
    """The family name, and a star for each further character."""
    return name[:1] + "*" * (len(name) - 1)
