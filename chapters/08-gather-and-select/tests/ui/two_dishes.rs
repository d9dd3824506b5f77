use ch08_gather_and_select::gather;

async fn tea() -> &'static str {
    "tea"
}

async fn toast() -> &'static str {
    "toast"
}

async fn breakfast() {
    gather([tea(), toast()]).await;
}

fn main() {}
