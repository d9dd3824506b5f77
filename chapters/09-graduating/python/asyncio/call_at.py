# base_events.py, 733 to 749
def call_at(self, when, callback, *args, context=None):
    …
    timer = events.TimerHandle(when, callback, args, self, context)
    …
    heapq.heappush(self._scheduled, timer)
    timer._scheduled = True
    return timer
