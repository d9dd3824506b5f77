//! Two countdowns as ordinary functions: the second waits until the first has returned.

fn countdown(name: &str, mut n: u32) {
    while n > 0 {
        println!("{name}: {n}");
        n -= 1;
    }
    println!("{name}: done");
}

fn main() {
    countdown("rocket", 3);
    countdown("egg", 2);
}
