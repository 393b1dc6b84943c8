"""Starts threads until there are no more (or three hundred, to spare the machine)."""

import threading
import time


def start():
    threading.stack_size(8 * 2**20)
    for _ in range(300):
        threading.Thread(target=time.sleep, args=(20,), daemon=True).start()
    achieved.append("300 threads")


try:
    start()
except (RuntimeError, MemoryError) as error:
    refused.append(f"threads: {type(error).__name__}")
