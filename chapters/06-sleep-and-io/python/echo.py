"""Two hikers shout into a canyon, which echoes. All of them are tasks of one kernel."""

import canyon

ANN = [("rest", 0.2), ("shout", "hello"), ("wait",), ("hear",)]
BOB = [("rest", 0.1), ("shout", "hey"), ("wait",), ("hear",)]
BOB += [("shout", "anybody there?"), ("wait",), ("hear",)]

canyon.run(("ann", ANN), ("bob", BOB))
