def watchman():
    print("  unlocks the door, lights the lamp")
    try:
        try:
            while (order := (yield)) != "home":
                print(f"  {order}: all quiet")
        finally:
            print("  puts out the lamp")
    finally:
        print("  locks the door")


print("sent home:")
man = watchman()
next(man)
man.send("hall")
try:
    man.send("home")
except StopIteration:
    pass

print("dropped in the hall:")
man = watchman()
next(man)
man.send("hall")
man.close()

print("dropped before the first order:")
watchman().close()
print("end of the shift")
