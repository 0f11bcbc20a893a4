"""WeChat as this product meets it. Other packages import the client from here, and nothing from its inside."""

from backend.wechat.client import LoginSession, WeChat

__all__ = ["LoginSession", "WeChat"]
