# base_events.py, 617 to 653
def run_until_complete(self, future):
    …
    future = tasks.ensure_future(future, loop=self)
    …
    future.add_done_callback(_run_until_complete_cb)
    try:
        self.run_forever()
    …
    return future.result()
