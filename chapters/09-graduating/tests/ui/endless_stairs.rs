async fn stairs(left: u32) -> u32 {
    if left == 0 { 0 } else { 1 + stairs(left - 1).await }
}

fn main() {
    let _ = stairs(1000);
}
