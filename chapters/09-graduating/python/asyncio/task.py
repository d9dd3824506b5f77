# asyncio/tasks.py, from lines 106 to 131, CPython 3.11.7
def __init__(self, coro, *, loop=None, name=None, context=None):
    …
    self._coro = coro
    …
    self._loop.call_soon(self.__step, context=self._context)
    _register_task(self)
