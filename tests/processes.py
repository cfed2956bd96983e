"""Starting processes that tests interrupt."""

import signal


def heed_interrupts():
    """In a new process: a test run that was started in the background ignores them and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
