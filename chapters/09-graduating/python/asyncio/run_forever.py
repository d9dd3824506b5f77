# base_events.py, 593 to 609
def run_forever(self):
        …
        events._set_running_loop(self)
        while True:
            self._run_once()
            if self._stopping:
                break
