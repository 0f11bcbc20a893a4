"""Refusals about tasks."""

from backend.kit.errors import Conflict, NotFound


class TaskNotFound(NotFound):
    """No such task in sight."""

    user_message = "没有找到这件待办，或不在您负责的范围内"


class TaskSettled(Conflict):
    """Somebody answered it before, or what raised it no longer holds."""

    user_message = "这件事已经办结了，请刷新看看"


class TaskSettlesItself(Conflict):
    """No answer settles it: what it asks for has to be done, and then it goes by itself."""

    user_message = "这件事办好后会自动消掉：请把老人的实际情况更新到档案里"
