"""Refusals about agreements."""

from backend.kit.errors import Conflict, Forbidden, Invalid, NotFound


class AgreementNotFound(NotFound):
    """No such agreement in sight."""

    user_message = "没有找到这份协议，或不在您负责的范围内"


class WishNotRecorded(Conflict):
    """The elder has not been asked, or does not wish it (老年人权益保障法)."""

    user_message = "还没有问过老人的意愿，或老人不愿意，先不能写协议"


class TextChanged(Conflict):
    """The act was made on another text than the one in force."""

    user_message = "这份协议刚被改过，请再看一遍后签字"


class StepNotPossible(Conflict):
    """The lifecycle does not allow this step now."""

    user_message = "这份协议现在还不能办这一步，请刷新后看进度"


class AlreadyActed(Conflict):
    """This person has done this act on this text."""

    user_message = "您已经办过这一步了"


class NotAParty(Forbidden):
    """The agreement does not name the person for this act."""

    user_message = "这一步要由协议上写明的人本人办理"


class WitnessNotFit(Invalid):
    """A witness is an adult who is no party and does not operate the phone."""

    user_message = "见证人要是成年人，不能是协议当事人，也不能是拿手机的志愿者"


class NamesOneself(Forbidden):
    """Nobody confirms what names himself."""

    user_message = "这份协议写着您本人，请由村委会其他人办理"


class PartiesNotConfirmed(Conflict):
    """The supporter or caregiver has not claimed the place, or the committee has not confirmed it."""

    user_message = "子女或受托人还没有认领并经村委会确认，暂时不能写协议"


class InvitationOver(Conflict):
    """Those asked to sign did not answer in time; who drafted the text can put the day off."""

    user_message = "签字的期限过了，请起草的人或者村委会延长期限后再签"


class LegalAgentNeeded(Conflict):
    """The elder's capacity is limited or none: a legal agent signs too (民法典 art. 21-22)."""

    user_message = "老人的民事行为能力受限，还要有法定代理人一起签字"


class PartyTwice(Invalid):
    """One person stands in two places of the text."""

    user_message = "同一个人不能既托付又受托，也不能写两遍"


class CharacterCannotBePrinted(Invalid):
    """A character of the text that no font of the installation draws: the paper would show a gap."""

    user_message = "文字里有一个生僻字现在还印不出来，请核对；确实没错，请联系平台加上这个字"


class TermsNotComplete(Invalid):
    """The template asks for more than was filled in, or for less."""

    user_message = "协议还没填完整，请看看标出来的地方"


class AgreementElderGone(Conflict):
    """The elder has died or left the register: nothing more is agreed for them."""

    user_message = "这位老人已经不在名册上，不能再办协议"


class PhoneReportedLost(Forbidden):
    """The signer's phone was reported lost; nothing is signed with it before the place is bound anew."""

    user_message = "您报过手机丢失，重新核对身份之前先不能签字"


class PhoneDayNotPossible(Invalid):
    """The phone is lost since a moment of the past year."""

    user_message = "请填手机是什么时候丢的，不能是将来，也不能早于一年前"


class ReasonNotPossible(Invalid):
    """This reason does not go with this step, or not with who takes it."""

    user_message = "请换一个合适的原因"


class AgreementDayNotPossible(Invalid):
    """A day in the past, or too far off."""

    user_message = "日期不对，请看看再选"


class OpenAgreementExists(Conflict):
    """One agreement at a time is under way for an elder."""

    user_message = "这位老人已有一份正在办理的协议"


class TermNotPossible(Invalid):
    """The term ends before it starts or is longer than three years."""

    user_message = "协议期限不对：结束要在开始之后，最长三年"


class CheckCodeNeeded(Invalid):
    """The number alone tells nothing."""

    user_message = "请再填写协议最后一页的核验码"


class CheckFailed(NotFound):
    """Number and code do not belong together, or no agreement has them."""

    user_message = "编号和核验码对不上，请照协议最后一页再填一次"


class PaperAltered(Conflict):
    """The file bears our seal or one of our numbers and is none that we sealed; nothing more is told of it."""

    user_message = "这份文件被改动过，或者是仿造的，不是平台封存的那一份。请以村民委员会存的协议为准"


class NotSealedYet(Conflict):
    """The PDF is being made."""

    user_message = "协议文件正在生成，请过一会儿再来"


class NotReadableAsWords(Invalid):
    """A required text is blank."""

    user_message = "请填写完整"


class SignatureNotFound(NotFound):
    """The signature or photo was not uploaded by this person."""

    user_message = "签名或照片没有传上来，请再试一次"


class PaperOfAnotherText(Conflict):
    """The code on the sheet is not that of the text in force: what was signed says something else."""

    user_message = "纸上的编码和现在的协议对不上，请看清楚再填；协议改过的话，要重新打印再签"


class PaperPhotoMissing(Conflict):
    """Ink counts only where the sheet's photograph has joined the record."""

    user_message = "还没有这份纸质协议的照片，请先拍照上传"


class QuestionNotFound(NotFound):
    """No such question about an agreement in sight."""

    user_message = "没有找到这个问题，可能已经处理了"


class QuestionAnswered(Conflict):
    """Somebody was quicker."""

    user_message = "这个问题已经有人答过了"
