# asyncio/base_events.py, from lines 1845 to 1922, CPython 3.11.7
def _run_once(self):
    …
    ntodo = len(self._ready)
    for i in range(ntodo):
        handle = self._ready.popleft()
        if handle._cancelled:
            continue
        …
        else:
            handle._run()
