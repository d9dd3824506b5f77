import io

LOG = b"fuel 98\negg in\nfuel 97\nlift-off\nf\xff"


def lines(reader):
    for raw in reader:
        line = raw.decode()
        print(f"lines reads    {line}", end="")
        yield line


def grep(word, lines):
    for line in lines:
        if word in line:
            print(f"  grep keeps   {line}", end="")
            yield line
        else:
            print(f"  grep drops   {line}", end="")


fuel = grep("fuel", lines(io.BytesIO(LOG)))
print("the pipeline stands")
whole = True
try:
    for line in fuel:
        print(f"    print gets {line}", end="")
except UnicodeDecodeError:
    whole = False
print(f"whole log read: {str(whole).lower()}")
