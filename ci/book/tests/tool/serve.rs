//! `cargo book` serves the book, and keeps up with its sources.

use crate::mini::{BOOK, Mini};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A server, stopped with this value.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(mini: &Mini) -> Self {
        let mut process = Command::new(BOOK)
            .args(["--no-open", "--port", "0"])
            .current_dir(mini.path(""))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the tool runs");
        let mut lines = BufReader::new(process.stdout.take().expect("a pipe")).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| Some(line.strip_prefix("Reading at http://")?.to_string()))
            .expect("an address");
        // The server must never wait for us to read what it prints.
        thread::spawn(move || lines.for_each(drop));
        let address = address.split(' ').next().expect("an address").to_string();
        Server { process, address }
    }

    /// The status line and headers, and the body.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
        (head.to_string(), body.to_string())
    }

    /// Waits until a page has, or has no more, a text.
    #[track_caller]
    fn wait_until(&self, path: &str, is_so: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !is_so(&self.get(path).1) {
            assert!(start.elapsed() < Duration::from_secs(20), "{}", self.get(path).1);
            thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().expect("it runs");
        self.process.wait().expect("it ends");
    }
}

#[test]
fn pages_and_files_are_served_to_this_machine_only() {
    let mini = Mini::new();
    mini.write("book/a b.txt", "with a space");
    let server = Server::start(&mini);
    assert!(server.address.starts_with("127.0.0.1:"));

    let (head, body) = server.get("/");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("text/html"), "{head}");
    assert!(body.contains("<h1 id=\"start\">"), "{body}");
    assert!(server.get("/sub/").1.contains("<h1 id=\"sub\">"));
    assert!(server.get("/sub").0.contains("Location: /sub/\r\n"));
    assert!(server.get("/page.html?highlight=x").0.starts_with("HTTP/1.1 200"));
    assert_eq!(server.get("/a%20b.txt").1, "with a space");
}

/// A browser opens connections that it does not use yet, and keeps others open.
#[test]
fn idle_connections_keep_nobody_waiting() {
    let server = Server::start(&Mini::new());
    let connect = |_| TcpStream::connect(&server.address).expect("it listens");
    let idle: Vec<TcpStream> = (0..50).map(connect).collect();
    assert!(server.get("/page.html").0.starts_with("HTTP/1.1 200"));
    drop(idle);
}

#[test]
fn nothing_but_the_book_is_served() {
    let server = Server::start(&Mini::new());
    for path in
        ["/none.html", "/../../book.toml", "/%2e%2e/%2e%2e/book.toml", "//etc/passwd"]
    {
        let (head, body) = server.get(path);
        assert!(head.starts_with("HTTP/1.1 404"), "{path}: {head}");
        assert!(body.contains("Document not found"), "{path}: {body}");
    }
}

#[test]
fn a_changed_source_is_built_and_the_pages_learn_of_it() {
    let mini = Mini::new();
    let server = Server::start(&mini);
    let version = server.get("/-/version").1;
    assert!(
        server.get("/page.html").1.contains(&version),
        "the page knows its version"
    );

    mini.replace("chapters/01-mini/src/lib.rs", "2 * n", "n + n");
    server.wait_until("/page.html", |page| page.contains("n + n"));
    assert_ne!(server.get("/-/version").1, version);
    assert!(!mini.has("target/book/page.html", "/-/version"));
}

#[test]
fn the_last_good_build_stays_while_there_are_problems() {
    let mini = Mini::new();
    let server = Server::start(&mini);
    mini.replace("book/page.md", "# Page", "# Changed\n\n{{#output nothing}}");
    // The file on disk is the broken build; what is served is not.
    let start = Instant::now();
    while !mini.has("target/book/page.html", "no chapter") {
        assert!(start.elapsed() < Duration::from_secs(20), "it was not built again");
        thread::sleep(Duration::from_millis(50));
    }
    thread::sleep(Duration::from_millis(300));
    assert!(server.get("/page.html").1.contains("<h1 id=\"page\">"));

    mini.replace("book/page.md", "{{#output nothing}}", "");
    server.wait_until("/page.html", |page| page.contains("<h1 id=\"changed\">"));
}

#[test]
fn a_book_that_is_bad_from_the_start_is_served_with_its_problems() {
    let mini = Mini::new();
    mini.add_to_page("{{#output nothing}}");
    let server = Server::start(&mini);
    assert!(
        server.get("/page.html").1.contains("book/page.md:21: no chapter `nothing`")
    );
}

#[test]
fn a_book_that_cannot_be_built_at_all_says_so_until_it_can() {
    let mini = Mini::new();
    let toml = mini.read("book.toml");
    mini.write("book.toml", "[book\n");
    let server = Server::start(&mini);
    assert!(server.get("/").1.contains("The book cannot be built"));
    mini.write("book.toml", &toml);
    server.wait_until("/", |page| page.contains("<h1 id=\"start\">"));
}

#[test]
fn a_port_that_is_taken_is_an_error_if_it_was_asked_for() {
    let mini = Mini::new();
    let server = Server::start(&mini);
    let port = server.address.rsplit(':').next().expect("a port");
    let answer = mini.run(&["--no-open", "--port", port]);
    assert!(!answer.success);
    assert_eq!(
        answer.stderr,
        format!(
            "error: port {port} is taken by another program: name another, or leave out --port\n"
        )
    );
}
