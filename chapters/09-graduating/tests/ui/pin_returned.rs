use std::pin::{Pin, pin};

async fn letter() {}

fn begun<'a>() -> Pin<&'a mut impl Future<Output = ()>> {
    let letter = pin!(letter());
    letter
}

fn main() {
    begun();
}
