#![deny(unused_must_use)]

use ch01_generators::Countdown;

fn main() {
    Countdown::from(3);
}
