"""WeChat's documented push bodies, JSON and XML, become the same typed events."""

import json
from datetime import UTC, datetime

import pytest

from backend.wechat.callbacks import read
from backend.wechat.errors import NotFromWeChat, Unproven
from backend.wechat.events import (
    AccountCancelled,
    AuthorizationRevoked,
    Delivery,
    Event,
    MediaChecked,
    ProfileModified,
    SubscriptionsAnswered,
    SubscriptionsChanged,
    SubscriptionsSent,
    TemplateAnswer,
    Unhandled,
    Withdrawn,
    parse,
)

USER = "o7esq5OI1Uej6Xixw1lA2H7XDVbc"
HEAD = {"ToUserName": "gh_123456789abc", "FromUserName": USER, "CreateTime": "1620973045", "MsgType": "event"}
XML_HEAD = (
    "<ToUserName><![CDATA[gh_123456789abc]]></ToUserName>"
    f"<FromUserName><![CDATA[{USER}]]></FromUserName>"
    "<CreateTime>1620973045</CreateTime><MsgType><![CDATA[event]]></MsgType>"
)
ACCEPTED = {"TemplateId": "T1", "SubscribeStatusString": "accept", "PopupScene": "0"}
REJECTED = {"TemplateId": "T2", "SubscribeStatusString": "reject", "PopupScene": "0"}


def from_json(**fields: object) -> Event:
    return parse(read(json.dumps({**HEAD, **fields}).encode())).event


def from_xml(event: str, rest: str) -> Event:
    body = f"<xml>{XML_HEAD}<Event><![CDATA[{event}]]></Event>{rest}</xml>"
    return parse(read(body.encode())).event


class TestSubscriptions:
    def test_one_answer_travels_as_an_object_and_more_as_an_array(self) -> None:
        one = from_json(Event="subscribe_msg_popup_event", List=ACCEPTED)
        two = from_json(Event="subscribe_msg_popup_event", List=[ACCEPTED, REJECTED])

        assert one == SubscriptionsAnswered(USER, (TemplateAnswer("T1", True),))
        assert two == SubscriptionsAnswered(USER, (TemplateAnswer("T1", True), TemplateAnswer("T2", False)))

    def test_json_may_nest_the_list_in_the_name_of_the_event(self) -> None:
        nested = from_json(Event="subscribe_msg_popup_event", SubscribeMsgPopupEvent=[ACCEPTED])

        assert nested == SubscriptionsAnswered(USER, (TemplateAnswer("T1", True),))

    def test_xml_nests_the_list(self) -> None:
        item = (
            "<List><TemplateId><![CDATA[T1]]></TemplateId>"
            "<SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene>2</PopupScene></List>"
        )
        one = from_xml("subscribe_msg_popup_event", f"<SubscribeMsgPopupEvent>{item}</SubscribeMsgPopupEvent>")
        two = from_xml("subscribe_msg_popup_event", f"<SubscribeMsgPopupEvent>{item}{item}</SubscribeMsgPopupEvent>")

        assert one == SubscriptionsAnswered(USER, (TemplateAnswer("T1", True),))
        assert two == SubscriptionsAnswered(USER, (TemplateAnswer("T1", True),) * 2)

    def test_a_change_in_the_settings(self) -> None:
        assert from_json(Event="subscribe_msg_change_event", List=REJECTED) == SubscriptionsChanged(
            USER, (TemplateAnswer("T2", False),)
        )

    def test_the_id_of_a_sent_message_stays_text(self) -> None:
        sent = from_json(
            Event="subscribe_msg_sent_event",
            List={"TemplateId": "T1", "MsgID": "1700827132819554304", "ErrorCode": "0", "ErrorStatus": "success"},
        )

        assert sent == SubscriptionsSent(USER, (Delivery("T1", "1700827132819554304", 0, "success"),))


class TestAuthorization:
    def test_the_user_is_openid_and_not_the_sender(self) -> None:
        fields = {"OpenID": "oaKk343WOktAaT2ygsX138BGblrg", "AppID": "wx13974bf780d3dc89", "RevokeInfo": "8,6"}

        revoked = from_json(Event="user_authorization_revoke", **fields)

        assert revoked == AuthorizationRevoked(
            "oaKk343WOktAaT2ygsX138BGblrg", frozenset({Withdrawn.PHONE, Withdrawn.PROFILE})
        )

    def test_an_unnamed_code_is_kept(self) -> None:
        rest = "<OpenID><![CDATA[o1]]></OpenID><AppID><![CDATA[wx1]]></AppID><RevokeInfo><![CDATA[301]]></RevokeInfo>"

        assert from_xml("user_authorization_revoke", rest) == AuthorizationRevoked("o1", frozenset({"301"}))

    def test_a_cancelled_account_and_a_cleaned_profile(self) -> None:
        assert from_json(Event="user_authorization_cancellation", OpenID="o1") == AccountCancelled("o1")
        assert from_json(Event="user_info_modified", OpenID="o1") == ProfileModified("o1")


class TestMedia:
    def test_the_second_version_is_understood(self) -> None:
        checked = from_json(
            Event="wxa_media_check",
            appid="wx1",
            trace_id="60f96f1d-3845297a-1976a3ae",
            version=2,
            detail=[{"strategy": "content_model", "errcode": 0, "suggest": "risky", "label": 20006, "prob": 90}],
            errcode=0,
            errmsg="ok",
            result={"suggest": "risky", "label": 20006},
        )

        assert checked == MediaChecked("60f96f1d-3845297a-1976a3ae", 0, "risky", 20006)

    def test_a_picture_that_could_not_be_fetched_has_no_result(self) -> None:
        assert from_json(Event="wxa_media_check", trace_id="t", errcode=-1008) == MediaChecked("t", -1008, "", 0)


class TestKeys:
    def key(self, **fields: object) -> str:
        return parse({**HEAD, **fields}).key

    def test_messages_of_two_people_may_share_an_id(self) -> None:
        mine = self.key(MsgType="text", Content="好", MsgId=1)
        theirs = self.key(MsgType="text", Content="好", MsgId=1, FromUserName="o2")

        assert mine != theirs

    def test_events_of_one_second_differ_by_what_they_are_about(self) -> None:
        def sent(message_id: str) -> str:
            item = {"TemplateId": "T1", "MsgID": message_id, "ErrorCode": "0", "ErrorStatus": "success"}
            return self.key(Event="subscribe_msg_sent_event", List=item)

        keys = {
            sent("1"),
            sent("2"),
            self.key(Event="user_info_modified", OpenID="o1"),
            self.key(Event="user_info_modified", OpenID="o2"),
            self.key(Event="wxa_media_check", trace_id="a", errcode=0),
            self.key(Event="wxa_media_check", trace_id="b", errcode=0),
        }

        assert len(keys) == 6

    def test_a_repeat_has_the_same_key_in_either_format(self) -> None:
        in_json = parse(read(json.dumps({**HEAD, "Event": "user_info_modified", "OpenID": "o1"}).encode()))
        in_xml = parse(read(f"<xml>{XML_HEAD}<Event>user_info_modified</Event><OpenID>o1</OpenID></xml>".encode()))

        assert in_json == in_xml
        assert in_json.at == datetime(2021, 5, 14, 6, 17, 25, tzinfo=UTC)


class TestRead:
    def test_control_characters_of_a_message_do_not_break_xml(self) -> None:
        body = f"<xml>{XML_HEAD}<MsgId>1</MsgId><Content>a\x08\x00b</Content></xml>".encode()

        assert read(body)["Content"] == "ab"

    def test_other_kinds_are_named_and_left_alone(self) -> None:
        assert from_json(MsgType="text", Content="你好", MsgId=2**63 - 1) == Unhandled("text")
        assert from_json(Event="user_enter_tempsession") == Unhandled("user_enter_tempsession")

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"\xff\xfe",
            b"null",
            b"[]",
            b"{",
            b"<xml>",
            b"<xml/>",
            b"<xml>text</xml>",
            b'<!DOCTYPE x [<!ENTITY a "b">]><xml><E>&a;</E></xml>',
            b"<" * 1000,
            b"[" * 60_000,
            b'{"a":' * 10_000,
        ],
    )
    def test_a_malformed_body_is_refused(self, body: bytes) -> None:
        with pytest.raises(NotFromWeChat) as refused:
            read(body)
        assert refused.value.reason is Unproven.BODY

    @pytest.mark.parametrize(
        "fields",
        [
            {"CreateTime": "soon"},
            {"CreateTime": 10**30},
            {"CreateTime": True},
            {"FromUserName": {"a": 1}},
            {"MsgType": None},
            {"Event": "subscribe_msg_popup_event"},
            {"Event": "subscribe_msg_popup_event", "List": "T1"},
            {"Event": "subscribe_msg_popup_event", "List": [{}]},
            {"Event": "subscribe_msg_sent_event", "List": {"TemplateId": "T", "MsgID": "1", "ErrorCode": "x"}},
            {"Event": "user_authorization_revoke", "OpenID": "o1"},
            {"Event": "wxa_media_check", "trace_id": "t", "errcode": 0, "result": "pass"},
        ],
    )
    def test_a_misshapen_event_is_refused(self, fields: dict[str, object]) -> None:
        with pytest.raises(NotFromWeChat):
            parse({**HEAD, **fields})
