struct Coat {
    wet: bool,
}

fn hand_in(coat: Coat) {
    println!("on the hook, wet: {}", coat.wet);
}

fn main() {
    let coat = Coat { wet: false };
    hand_in(coat);
    println!("on me, wet: {}", coat.wet);
}
