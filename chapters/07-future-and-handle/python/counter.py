"""A post office. Who comes while others are served waits for the next round."""

from clock import new_loop


def ann():
    print("Ann: a stamp, please")
    office.call_soon(print, "Ann: and an envelope")


def cid():
    print("Cid: are you closing?")
    office.stop()


office = new_loop()
office.call_soon(ann)
bob = office.call_soon(print, "Bob: a parcel")
office.call_soon(cid)
office.call_soon(print, "Dot: a letter")
bob.cancel()
print("nobody has been served yet")

office.run_forever()
print("the shutter is down")
office.stop()
office.run_forever()
