# base_events.py, 804 to 813
def call_soon_threadsafe(self, callback, *args, context=None):
    …
    handle = self._call_soon(callback, args, context)
    …
    self._write_to_self()
    return handle
