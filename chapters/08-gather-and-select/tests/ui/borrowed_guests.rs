use ch08_gather_and_select::gather;

async fn greet(name: &str) {
    println!("good evening, {name}");
}

async fn evening(ann: String, bob: String) {
    gather([greet(&ann), greet(&bob)]).await;
}

fn main() {}
