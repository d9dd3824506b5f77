# tasks.py, 728 to 817
def gather(*coros_or_futures, return_exceptions=False):
    …
    def _done_callback(fut):
        nonlocal nfinished
        nfinished += 1
                …
                exc = fut.exception()
                if exc is not None:
                    outer.set_exception(exc)
                    return
        if nfinished == nfuts:
            …
            results = []
                …
                outer.set_result(results)
