# asyncio/tasks.py, from lines 198 to 234, CPython 3.11.7
def cancel(self, msg=None):
    …
    if self._fut_waiter is not None:
        if self._fut_waiter.cancel(msg=msg):
            # Leave self._fut_waiter; it may be a Task that
            # catches and ignores the cancellation so we may have
            # to cancel it again later.
            return True
