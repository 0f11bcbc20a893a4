"""Which village a cell means, among those one file may speak of."""

import re
from collections.abc import Iterable

from backend.divisions.models import DivisionLevel
from backend.divisions.queries import DivisionRow
from backend.elders.imports.values import Unclear

_KIND = re.compile(r"(村民委员会|居民委员会|村委会|居委会|社区|村|居|街道办事处|街道|乡|镇)$")

NOT_HERE = "您上传的范围里没有这个村，请核对名称，或填 12 位区划代码"
OTHER_TOWNSHIP = "这个村不在“乡镇”一列写的地方，请核对"
SEVERAL = "有几个同名的村，请写明乡镇，或填 12 位区划代码"


class Villages:
    """Villages by code, by name, and by name without its last word (上坪, 上坪村委会)."""

    def __init__(self, divisions: Iterable[DivisionRow]) -> None:
        places = list(divisions)
        self._places = {place.id: place for place in places}
        self._named: dict[str, list[DivisionRow]] = {}
        for place in places:
            if place.level == DivisionLevel.VILLAGE:
                for name in {place.code, place.name, _short(place.name)}:
                    self._named.setdefault(name, []).append(place)
        self.ids = frozenset(place.id for place in places)

    def find(self, village: str, township: str | None) -> DivisionRow:
        """The one village meant. Raises Unclear."""
        named = self._named.get(village) or self._named.get(_short(village)) or []
        if not named:
            raise Unclear(NOT_HERE)
        fitting = [place for place in named if township is None or self._lies_in(place, township)]
        if not fitting:
            raise Unclear(OTHER_TOWNSHIP)
        if len(fitting) > 1:
            raise Unclear(SEVERAL)
        return fitting[0]

    def _lies_in(self, village: DivisionRow, township: str) -> bool:
        """Also when the township itself is out of sight: then nothing contradicts."""
        above = self._places.get(village.parent_id) if village.parent_id else None
        return above is None or township in (above.code, above.name) or _short(township) == _short(above.name)


def _short(name: str) -> str:
    return _KIND.sub("", name) or name
