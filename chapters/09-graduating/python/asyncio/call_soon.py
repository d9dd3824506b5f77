# base_events.py, 780 to 785
def _call_soon(self, callback, args, context):
    handle = events.Handle(callback, args, self, context)
    …
    self._ready.append(handle)
    return handle
