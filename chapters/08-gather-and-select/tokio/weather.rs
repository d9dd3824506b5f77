//! Fetch, process, save, on tokio.

#[path = "shared/http.rs"]
mod http;

use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::time::sleep;

const HUTS: [(&str, u64, &str); 3] = [
    ("GET /summit", 300, "-4 -9 -7"),
    ("GET /lake", 100, "6 2 3"),
    ("GET /forest", 200, "5 1 -1"),
];

async fn answer(
    board: Arc<Mutex<String>>,
    line: String,
    body: String,
) -> (&'static str, String) {
    if let Some((_, ms, readings)) = HUTS.iter().find(|(get, ..)| *get == line) {
        sleep(Duration::from_millis(*ms)).await;
        return ("200 OK", readings.to_string());
    }
    let mut board = board.lock().expect("nobody panics");
    match line.as_str() {
        "PUT /report" => {
            *board = body;
            ("200 OK", String::new())
        }
        "GET /report" => ("200 OK", board.clone()),
        _ => ("404 Not Found", String::new()),
    }
}

async fn weather(server: SocketAddr, hut: &str) -> Result<String, Box<dyn Error>> {
    let readings = http::request(server, &format!("GET /{hut}"), "").await?;
    println!("{hut} has answered: {readings}");
    let readings: Vec<i32> =
        readings.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    let lowest = readings.iter().min().ok_or("no readings")?;
    Ok(format!("{hut}: {lowest} degrees at night\n"))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let server = listener.local_addr()?;
    let board = Arc::new(Mutex::new(String::new()));
    let answer = move |line, body| answer(board.clone(), line, body);
    tokio::spawn(async { http::serve(listener, answer).await });

    let lines = tokio::try_join!(
        weather(server, "summit"),
        weather(server, "lake"),
        weather(server, "forest")
    )?;
    let report = <[String; 3]>::from(lines).concat();
    http::request(server, "PUT /report", &report).await?;
    let saved = http::request(server, "GET /report", "").await?;
    print!("the report is on the board:\n{saved}");
    Ok(())
}
