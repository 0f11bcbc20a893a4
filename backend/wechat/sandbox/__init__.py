"""WeChat's real HTTP API spoken locally: the one stand-in of this product, in the demo and in tests."""

from backend.wechat.sandbox.app import create_sandbox
from backend.wechat.sandbox.server import SandboxServer

__all__ = ["SandboxServer", "create_sandbox"]
