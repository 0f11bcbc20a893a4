"""A believable agreement, its evidence, and the keys that seal it."""

import dataclasses
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image, ImageDraw

from backend.documents.canonical import AgreementText, Clause, Party
from backend.documents.keys import EvidenceKey
from backend.documents.paper import Act, Evidence, Filing
from backend.settings import Settings

FONT = Settings.read({}).documents.font
SIGNED_AT = datetime(2026, 3, 1, 12, 15, tzinfo=UTC)

CARE = (
    "受托人每天上门看望老人一次，看看吃饭、用药、冷暖和水电气的安全；刮风下雨、降温下雪的时候，当天要多去一次。"
    "老人身体不舒服、摔倒、走失，或者家里出了别的急事，受托人要先救人（拨打120），并且在30分钟内打电话告诉委托人，"
    "同时报告村民委员会。"
)


def agreement_text(**changes: Any) -> AgreementText:
    text = AgreementText(
        template="care/1",
        title="农村留守老年人委托照顾协议书",
        drafted_on=date(2026, 3, 1),
        starts_on=date(2026, 3, 10),
        ends_on=date(2027, 3, 9),
        parties=(
            Party("委托人（赡养人）", "王建国", (("与老人关系", "儿子"), ("现工作地", "广东省东莞市"))),
            Party("受托人", "李大山", (("与老人关系", "邻居"), ("住址", "李家湾村第三村民小组16号，离老人家约50米"))),
            Party("老人（被照顾人）", "张桂兰", (("出生日期", "1948年5月2日"),)),
        ),
        clauses=(
            Clause("照顾的事项", (CARE, "协助老人跟子女视频通话。")),
            Clause("委托人的责任", ("委托别人照顾，不免除赡养人自己的赡养义务。",)),
            Clause("不是监护", ("本协议只约定日常照顾，不设立、也不变更监护关系。",)),
        ),
    )
    return dataclasses.replace(text, **changes)


def signature_picture() -> bytes:
    picture = Image.new("RGB", (300, 150), "white")
    ImageDraw.Draw(picture).line([(20, 100), (75, 40), (110, 110), (165, 30), (280, 45)], fill=(20, 20, 40), width=5)
    out = BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


def evidence(**changes: Any) -> Evidence:
    made = Evidence(
        agreement_number="WT-411521-2026-000123",
        acts=(
            Act(
                who="王建国",
                role="委托人",
                what="签了字",
                at=SIGNED_AT,
                how="在自己的手机上登录本人微信后手写签名",
                standing="本人用只有自己掌握的手机签署（电子签名法第十三条）",
                picture=signature_picture(),
                picture_caption="手写签名",
            ),
            Act(
                who="张桂兰",
                role="老人",
                what="当面表示同意",
                at=SIGNED_AT + timedelta(days=1),
                how="志愿者逐条读给老人听，老人点头说同意",
                standing="在见证下的同意，不是老人自己的电子签名",
                witness="陈玉梅（村妇女主任）",
                received_at=SIGNED_AT + timedelta(days=1, hours=3),
            ),
        ),
        filing=Filing("李家湾村备〔2026〕017号", "李家湾村民委员会", "陈书记", SIGNED_AT + timedelta(days=2)),
        chain_head=bytes(range(32)),
        chain_length=9,
        check_url="https://reunion.example/check/WT-411521-2026-000123",
        check_code="7K3M-Q9TX",
    )
    return dataclasses.replace(made, **changes)


class Authority:
    """A certificate authority with more than one customer."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._key = ec.generate_private_key(ec.SECP256R1())
        basic = x509.BasicConstraints(ca=True, path_length=0)
        self.certificate = (
            self._builder("考试用根证书", self._key)
            .add_extension(basic, critical=True)
            .sign(self._key, hashes.SHA256())
        )

    def issue(self, name: str, *, timestamps: bool = False) -> EvidenceKey:
        """A key for documents (elliptic curve), or for a timestamp service (RSA)."""
        key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = ec.generate_private_key(ec.SECP256R1())
        if timestamps:
            key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        builder = self._builder(name, key).add_extension(_USAGE, critical=True)
        if timestamps:
            builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        return EvidenceKey(key, builder.sign(self._key, hashes.SHA256()), (self.certificate,))

    def _builder(self, name: str, key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(_name(name))
            .issuer_name(_name("考试用根证书"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self._now - timedelta(days=1))
            .not_valid_after(self._now + timedelta(days=365))
        )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


_USAGE = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
