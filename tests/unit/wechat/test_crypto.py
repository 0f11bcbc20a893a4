"""Signatures and ciphers against the vendor's published vectors, and every broken input to one refusal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.settings import SettingMissing, Settings, WeChatSettings
from backend.wechat.crypto import PushCrypto, check_user_data, open_user_data, session_signature, sign
from backend.wechat.errors import NotFromWeChat, Unproven

PUBLISHED = replace(
    Settings.read({}).wechat,
    appid="wx49f0ab532d5d035a",
    push_token="123456",
    push_aes_key="kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR",
)
ENCRYPTED = "4ByGGj+sVCYcvGeQYhaKIk1o0pQRNbRjxybjTGblXrBaXlTXeOo1+bXFXDQQb1o6co6Yh9Bv41n7hOchLF6p+Q=="
SIGNED = ("dd6b9c95b495b3f7e2901bfbc76c664930ffdb96", "1411443780", "437374425")

# The vendor's WXBizDataCrypt demo.
USER_APPID, SESSION_KEY, IV = "wx4f4bc4dec97d474b", "tiihtNczf5v6AKRyjwEUhQ==", "r7BXXKkLb8qrSNn05n0qiA=="
USER_DATA = (
    "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZMQmRzooG2xrDcvSnxIMXFufNstNGTyaGS9uT5geRa0W4oTOb1WT7fJlAC+oNPdbB+3hVbJSRg"
    "v+4lGOETKUQz6OYStslQ142dNCuabNPGBzlooOmB231qMM85d2/fV6ChevvXvQP8Hkue1poOFtnEtpyxVLW1zAo6/1Xx1COxFvrc2d7U"
    "L/lmHInNlxuacJXwu0fjpXfz/YqYzBIBzD6WUfTIF9GRHpOn/Hz7saL8xz+W//FRAUid1OksQaQx4CMs8LOddcQhULW4ucetDf96JcR3"
    "g0gfRK4PC7E/r7Z6xNrXd2UIeorGj5Ef7b1pJAYB6Y5anaHqZ9J6nKEBvB4DnNLIVWSgARns/8wR2SiRS7MNACwTyrGvt9ts8p12PKFd"
    "lqYTopNHR1Vf7XjfhQlVsAJdNiKdYmYVoKlaRv85IfVunYzO0IKXsyl7JCUjCpoG20f0a04COwfneQAGGwd5oa+T8yO5hzuyDb/Xcxxm"
    "K01EpqOyuxINew=="
)

# The vendor's example of a signed rawData.
RAW_DATA = (
    '{"nickName":"Band","gender":1,"language":"zh_CN","city":"Guangzhou","province":"Guangdong","country":"CN",'
    '"avatarUrl":"http://wx.qlogo.cn/mmopen/vi_32/1vZvI39NWFQ9XM4LtQpFrQJ1xlgZxx3w7bQxKARol6503Iuswjjn6nIGBiaycAj'
    'AtpujxyzYsrztuuICqIM5ibXQ/0"}'
)
RAW_SIGNATURE = "75e81ceda165f4ffa64f4068af58c64b8f54b88c"


class TestPushes:
    def test_the_published_message_opens(self) -> None:
        signature, timestamp, nonce = SIGNED

        assert PushCrypto(PUBLISHED).decrypt(ENCRYPTED, signature, timestamp, nonce) == "5927782489442352469"

    def test_the_published_signature_is_ours_too(self) -> None:
        assert sign("test", "123456", "test", "rust") == "d6056f2bb3ad3e30f4afa5ef90cc9ddcdc7b7b27"

    def test_what_we_seal_we_can_open(self) -> None:
        crypto = PushCrypto(PUBLISHED)
        sealed = crypto.encrypt("王秀英 {}", "1411443780", "n")

        assert crypto.decrypt(sealed.encrypt, sealed.msg_signature, "1411443780", "n") == "王秀英 {}"

    def test_one_text_is_sealed_differently_each_time(self) -> None:
        crypto = PushCrypto(PUBLISHED)

        assert crypto.encrypt("a", "1", "n").encrypt != crypto.encrypt("a", "1", "n").encrypt

    @pytest.mark.parametrize(
        "broken", [("0" * 40, *SIGNED[1:]), (SIGNED[0], "1411443781", SIGNED[2]), ("签", "1", "2")]
    )
    def test_a_signature_that_does_not_cover_the_body_is_refused(self, broken: tuple[str, str, str]) -> None:
        with pytest.raises(NotFromWeChat) as refused:
            PushCrypto(PUBLISHED).decrypt(ENCRYPTED, *broken)
        assert refused.value.reason is Unproven.MSG_SIGNATURE

    def test_a_message_for_another_mini_program_is_refused(self) -> None:
        with pytest.raises(NotFromWeChat) as refused:
            PushCrypto(replace(PUBLISHED, appid="wx0000000000000000")).decrypt(ENCRYPTED, *SIGNED)
        assert refused.value.reason is Unproven.APPID

    def test_a_message_under_another_key_is_refused(self) -> None:
        with pytest.raises(NotFromWeChat) as refused:
            PushCrypto(replace(PUBLISHED, push_aes_key="A" * 43)).decrypt(ENCRYPTED, *SIGNED)
        assert refused.value.reason in (Unproven.CIPHER, Unproven.APPID)

    @given(st.text(max_size=200))
    def test_rubbish_signed_with_the_right_token_is_refused(self, rubbish: str) -> None:
        signature = sign("123456", "1", "n", rubbish)

        with pytest.raises(NotFromWeChat):
            PushCrypto(PUBLISHED).decrypt(rubbish, signature, "1", "n")

    @pytest.mark.parametrize(
        "wrong",
        [replace(PUBLISHED, push_token=""), replace(PUBLISHED, push_aes_key=""), replace(PUBLISHED, push_aes_key="短")],
    )
    def test_it_does_not_start_without_its_secrets(self, wrong: WeChatSettings) -> None:
        with pytest.raises(SettingMissing):
            PushCrypto(wrong)


class TestUserData:
    def test_the_published_user_data_opens(self) -> None:
        opened = open_user_data(SESSION_KEY, IV, USER_DATA, USER_APPID)

        assert opened["openId"] == "oGZUI0egBJY1zhBYw2KhdUfwVJJE"
        assert opened["nickName"] == "Band"

    @pytest.mark.parametrize(
        ("session_key", "iv", "data", "appid"),
        [
            ("HyVFkGl5F5OQWJZZaNzBBg==", IV, USER_DATA, USER_APPID),
            (SESSION_KEY, "AAAAAAAAAAAAAAAAAAAAAA==", USER_DATA, USER_APPID),
            (SESSION_KEY, IV, USER_DATA, "wx0000000000000000"),
            (SESSION_KEY, IV, USER_DATA[:-8], USER_APPID),
            (SESSION_KEY, IV, "不是", USER_APPID),
            ("", "", "", ""),
        ],
    )
    def test_anything_else_is_refused(self, session_key: str, iv: str, data: str, appid: str) -> None:
        with pytest.raises(NotFromWeChat):
            open_user_data(session_key, iv, data, appid)

    def test_raw_data_is_signed_with_the_session_key(self) -> None:
        check_user_data("HyVFkGl5F5OQWJZZaNzBBg==", RAW_DATA, RAW_SIGNATURE)

        with pytest.raises(NotFromWeChat):
            check_user_data("HyVFkGl5F5OQWJZZaNzBBg==", RAW_DATA.replace("Band", "Bond"), RAW_SIGNATURE)

    def test_a_session_is_proved_with_the_text_of_its_key(self) -> None:
        # openssl dgst -sha256 -hmac 'o0q0otL8aEzpcZL/FT9WsQ==' </dev/null
        assert session_signature("o0q0otL8aEzpcZL/FT9WsQ==") == (
            "46e043c5525c2d817c44be603d30837a808a1d930d038f6fdc3e62a201fed128"
        )
