struct Coat {
    wet: bool,
}

fn main() {
    let mut coat = Coat { wet: false };
    let looking = &coat;
    let drying = &mut coat;
    drying.wet = false;
    println!("wet: {}", looking.wet);
}
