"""A generator with an identity: what the programs of this chapter share."""


class Task:
    def __init__(self, tid, name, target):
        self.tid = tid
        self.name = name
        self.target = target
        self.sendval = None

    def resume(self):
        """Returns what the target yielded and None, or None and how it ended."""
        value, self.sendval = self.sendval, None
        try:
            return self.target.send(value), None
        except StopIteration:
            return None, "returned"
        except Exception as error:
            return None, f"panicked: {error}"
