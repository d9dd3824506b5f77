"""A timetable of ferries. One is cancelled, and two leave at the same minute."""

from clock import new_loop


def minutes(n):
    return n / 1000


def now():
    return round(pier.time() * 1000)


def leaves(island):
    print(f"{now():3}  to {island}")


def baltrum():
    leaves("Baltrum")
    pier.call_later(minutes(30), leaves, "Baltrum, again")


def weather():
    print(f"{now():3}  fog: none to Norderney")
    fog.cancel()


pier = new_loop()
pier.call_at(minutes(60), leaves, "Juist")
pier.call_at(minutes(20), baltrum)
fog = pier.call_at(minutes(40), leaves, "Norderney")
pier.call_at(minutes(20), leaves, "Langeoog")
pier.call_at(minutes(30), weather)
pier.call_at(minutes(90), pier.stop)
pier.run_forever()
