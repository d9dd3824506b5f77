# events.py, 64 to 73
def cancel(self):
    if not self._cancelled:
        self._cancelled = True
        …
        self._callback = None
        self._args = None
