class Kettle:
    def __init__(self, minutes):
        self.minutes = minutes

    def __await__(self):
        for _ in range(self.minutes):
            yield
        return "hot water"


def tea_by_hand(kettle):
    water = yield from kettle.__await__()
    return f"tea from {water}"


async def tea(kettle):
    water = await kettle
    return f"tea from {water}"


def send_by_hand(name, coroutine):
    for _ in range(3):
        try:
            coroutine.send(None)
            print(f"{name}: Pending")
        except StopIteration as stop:
            print(f'{name}: Ready("{stop.value}")')


send_by_hand("match", tea_by_hand(Kettle(2)))
send_by_hand("await", tea(Kettle(2)))
