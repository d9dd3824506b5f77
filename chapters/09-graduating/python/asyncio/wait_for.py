# tasks.py, 436 to 485
async def wait_for(fut, timeout):
    …
    waiter = loop.create_future()
    timeout_handle = loop.call_later(timeout, _release_waiter, waiter)
    cb = functools.partial(_release_waiter, waiter)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(cb)
            …
            await waiter
            …
            if fut.done():
                return fut.result()
            else:
                fut.remove_done_callback(cb)
                …
                await _cancel_and_wait(fut, loop=loop)
