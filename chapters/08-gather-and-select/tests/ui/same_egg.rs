use ch08_gather_and_select::gather;

async fn egg() -> &'static str {
    "an egg"
}

async fn breakfast() {
    let egg = egg();
    gather([egg, egg]).await;
}

fn main() {}
