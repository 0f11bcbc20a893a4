"""`python -m tests.bench.ours port`: the product's API as in production, one worker, to be measured from outside."""

import sys

from backend.logs import configure_logs
from backend.settings import Settings
from miniprogram_api.app import create_app

if __name__ == "__main__":
    configure_logs()
    app = create_app(Settings.read(), name="ours")
    app.run("127.0.0.1", int(sys.argv[1]), single_process=True, motd=False, access_log=False)
