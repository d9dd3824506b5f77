# tasks.py, 198 to 236
def cancel(self, msg=None):
    …
    if self._fut_waiter is not None:
        if self._fut_waiter.cancel(msg=msg):
            …
            return True
    # It must be the case that self.__step is already scheduled.
    self._must_cancel = True
