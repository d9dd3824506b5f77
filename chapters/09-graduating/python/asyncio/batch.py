# base_events.py, 1845 to 1922
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
