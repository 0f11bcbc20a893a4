"""Refusals about consents."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class ConsentingElderNotFound(NotFound):
    """No such elder in sight."""

    user_message = "没有找到这位老人，或不在您负责的范围内"


class PurposeNotAsked(Invalid):
    """Such a person is not asked this."""

    user_message = "这一项不用问这位，请刷新后再试"


class TextNotNewest(Conflict):
    """The words were changed since they were shown."""

    user_message = "告知的内容更新了，请刷新后把新的内容念一遍再办"


class PurposeIsDuty(Conflict):
    """It stands on legal duty, and not on consent."""

    user_message = "这一项是法定职责或使用本服务所必需，不靠同意办理；有不对的可以申请更正"


class WitnessMissing(Invalid):
    """Nobody else heard or saw what the elder said."""

    user_message = "老人口头说的或按的手印，要写上在场见证人的名字"


class ElderSpeaksInPerson(Invalid):
    """Elders do not sign in, nobody clicks for them."""

    user_message = "老人的意思要当面问，请选口头、手写或者手印"


class ConsentSaidAtOnce(Conflict):
    """Somebody else wrote down another word of the same person at the same moment."""

    user_message = "刚刚有人登记过这一项，请刷新后再看"


class PhotosNotWanted(Conflict):
    """The elder said no to photographs."""

    user_message = "老人不愿意拍照了，请去掉照片再提交；看到的情况照常写就行"


class FamilyNotTold(Forbidden):
    """The elder said no to sharing the file with the family."""

    user_message = "老人暂时不想让家人看这些。想了解近况，可以打个电话问候，或者请村委会转告"


class HealthNotConsented(Forbidden):
    """The elder withdrew the consent to health details."""

    user_message = "老人收回了对健康情况的同意，不能再看、再记健康细节"
