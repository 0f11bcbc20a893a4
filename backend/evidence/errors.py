"""Why a file cannot even be checked."""


class BundleRefused(Exception):
    """Not an evidence bundle, or one built to do harm. The message is for people."""
