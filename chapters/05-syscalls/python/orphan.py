"""Somebody winds up a music box and leaves. The music box plays on."""

from kernel import Kernel, NewTask, Yield


def music_box(bars):
    for left in range(bars, 0, -1):
        print(f"  music box: pling, {left} left")
        yield Yield()
    print("  music box: silence")


def visitor():
    print("visitor: winds it up")
    yield NewTask("music box", music_box(3))
    print("visitor: good night")


kernel = Kernel()
kernel.new("visitor", visitor())
kernel.mainloop()
print("nobody is left")
