"""Leaves a thread running that never ends."""

import threading
import time


def last():
    while True:
        time.sleep(0.01)


threading.Thread(target=last, daemon=False).start()
