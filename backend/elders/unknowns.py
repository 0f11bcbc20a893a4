"""Yes, no and not known yet: reasoning with None that never turns it into a yes or a no (Kleene's logic)."""


def denied(answer: bool | None) -> bool | None:
    """The opposite, when there is an answer."""
    return None if answer is None else not answer


def both(one: bool | None, other: bool | None) -> bool | None:
    """One known no suffices for no."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def either(one: bool | None, other: bool | None) -> bool | None:
    """One known yes suffices for yes."""
    if one or other:
        return True
    return None if one is None or other is None else False
