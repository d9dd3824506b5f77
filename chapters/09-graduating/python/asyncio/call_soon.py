# asyncio/base_events.py, from lines 780 to 785, CPython 3.11.7
def _call_soon(self, callback, args, context):
    handle = events.Handle(callback, args, self, context)
    …
    self._ready.append(handle)
    return handle
