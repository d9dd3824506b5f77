trait Cook {
    async fn cook(&self) -> String;
}

struct Ann;

impl Cook for Ann {
    async fn cook(&self) -> String {
        "soup".into()
    }
}

fn main() {
    let _cook: Box<dyn Cook> = Box::new(Ann);
}
