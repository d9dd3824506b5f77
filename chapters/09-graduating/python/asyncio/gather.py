# asyncio/tasks.py, from lines 728 to 817, CPython 3.11.7
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
