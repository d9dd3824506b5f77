use crate::http;
use ch08_gather_and_select::{TcpListener, sleep};
use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::time::Duration;

/// A hut, how many milliseconds it takes to answer, and what it has measured last night.
const HUTS: [(&str, u64, &str); 3] = [
    ("GET /summit", 300, "-4 -9 -7"),
    ("GET /lake", 100, "6 2 3"),
    ("GET /forest", 200, "5 1 -1"),
];

/// A server of all huts, with a board for the report.
pub(crate) async fn serve(listener: TcpListener) -> io::Result<()> {
    let board = Rc::new(RefCell::new(String::new()));
    http::serve(listener, move |line, body| answer(board.clone(), line, body)).await
}

async fn answer(
    board: Rc<RefCell<String>>,
    line: String,
    body: String,
) -> (&'static str, String) {
    if let Some((_, ms, readings)) = HUTS.iter().find(|(get, ..)| *get == line) {
        sleep(Duration::from_millis(*ms)).await;
        return ("200 OK", readings.to_string());
    }
    match line.as_str() {
        "PUT /report" => {
            board.replace(body);
            ("200 OK", String::new())
        }
        "GET /report" => ("200 OK", board.borrow().clone()),
        _ => ("404 Not Found", "there is no such hut\n".into()),
    }
}
