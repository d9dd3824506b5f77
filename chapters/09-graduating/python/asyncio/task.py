# tasks.py, 106 to 131
def __init__(self, coro, *, loop=None, name=None, context=None):
    …
    self._coro = coro
    …
    self._loop.call_soon(self.__step, context=self._context)
    _register_task(self)
