# asyncio/base_events.py, from lines 593 to 609, CPython 3.11.7
def run_forever(self):
        …
        events._set_running_loop(self)
        while True:
            self._run_once()
            if self._stopping:
                break
