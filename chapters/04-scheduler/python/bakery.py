"""Customers who cannot go on before their bread is done: suspended, until somebody wakes them."""

from scheduler import Scheduler


def customer(name, wants):
    print(f"{name}: a {wants}, please")
    bread = yield wants
    print(f"{name}: goes home with a {bread}")


def serve(scheduler, orders):
    while turn := scheduler.resume_next():
        if turn.exit is None:
            orders[turn.tid] = turn.value


scheduler, orders = Scheduler(), {}
for name, wants in [("Ann", "rye"), ("Bo", "bagel"), ("Cy", "rye"), ("Di", "brioche")]:
    scheduler.create_task(customer(name, wants))
serve(scheduler, orders)
for bread in ["bagel", "rye"]:
    print(f"the oven: {bread} is done")
    for tid in [tid for tid, wanted in orders.items() if wanted == bread]:
        del orders[tid]
        scheduler.make_ready(tid, bread)
    serve(scheduler, orders)
print(f"nobody is ready; {len(orders)} still waiting")
