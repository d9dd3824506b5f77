# asyncio/events.py, from lines 64 to 73, CPython 3.11.7
def cancel(self):
    if not self._cancelled:
        self._cancelled = True
        …
        self._callback = None
        self._args = None
