"""What held on a day, as conditions of SQL: the history of states, and the term written in the agreement."""


def held(span: str, moment: str) -> str:
    """The state `span` (an alias of agreement_spans) was the agreement's at the end of the day before `moment`."""
    return f"{span}.starts_at < {moment} AND ({span}.ends_at IS NULL OR {span}.ends_at >= {moment})"


def in_force(day: str, moment: str) -> str:
    """A care agreement `a` with the span `h` binds and counts on `day`, which ends at `moment` (R041).

    Filed, not suspended, within its term; or replaced by one whose own term has not begun by then.
    """
    return f"""h.kind = 'care' AND a.starts_on <= {day} AND a.ends_on >= {day} AND {held("h", moment)}
  AND (h.state = 'filed' OR h.state = 'superseded' AND h.elder_id IN (
    SELECT n.elder_id FROM agreement_spans n JOIN agreements b ON b.id = n.agreement_id
    WHERE n.kind = 'care' AND n.state = 'filed' AND b.starts_on > {day} AND {held("n", moment)}))"""
