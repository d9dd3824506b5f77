fn countdown(mut n: u32) {
    while n > 0 {
        yield n;
        n -= 1;
    }
}

fn main() {
    countdown(3);
}
