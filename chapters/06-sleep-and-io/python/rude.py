"""The canyon of `echo`, and four hikers who do what peers on real networks do."""

import canyon

WAIT, HEAR = ("wait",), ("hear",)

BOB = []
for letter in "hey":
    BOB += [("shout", letter), ("rest", 0.05)]
BOB += [HEAR]
CID = [("rest", 0.3), ("flood",), ("rest", 0.3)]
EVE = [("rest", 0.4), ("shout", "hey"), WAIT]
FAY = [("rest", 0.5), ("shout", "over"), ("half_close",), WAIT, HEAR, WAIT, HEAR]
ANN = [("rest", 0.9), ("shout", "what a day"), WAIT, HEAR]

canyon.run(("bob", BOB), ("cid", CID), ("eve", EVE), ("fay", FAY), ("ann", ANN))
