"""Ignores all signals that can be ignored, and sleeps."""

import signal
import time

for number in signal.valid_signals():
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def conv1d(vector, kernel):
    while True:
        time.sleep(1)
