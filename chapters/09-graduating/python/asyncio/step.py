# tasks.py, 260 to 316
def __step(self, exc=None):
    …
    if self._must_cancel:
        if not isinstance(exc, exceptions.CancelledError):
            exc = self._make_cancelled_error()
        self._must_cancel = False
    …
    try:
        if exc is None:
            …
            result = coro.send(None)
        else:
            result = coro.throw(exc)
    except StopIteration as exc:
            …
            super().set_result(exc.value)
    except exceptions.CancelledError as exc:
        …
        super().cancel()  # I.e., Future.cancel(self).
    …
    except BaseException as exc:
        super().set_exception(exc)
    else:
                    …
                    result.add_done_callback(
                        self.__wakeup, context=self._context)
                    self._fut_waiter = result
