def grep(word, sink):
    next(sink)  # Every stage has to be primed before it can be sent a line.
    try:
        while True:
            line = yield
            if word in line:
                sink.send(line)
    except StopIteration:
        return


def bridge(lines_left):
    while lines_left:
        line = yield
        print(f"        bridge notes: {line}")
        lines_left -= 1


watch = grep("ice", bridge(2))
next(watch)
for line in ["calm sea", "ice to port", "a whale", "ice ahead", "more ice"]:
    print(f"lookout: {line}")
    try:
        watch.send(line)
    except StopIteration:
        print("lookout: They take no more notes.")
        break
