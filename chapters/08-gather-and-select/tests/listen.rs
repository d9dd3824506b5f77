//! `--listen`: the programs that serve, as their visitors meet them.

use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

fn program(name: &str) -> Command {
    // The test itself is target/debug/deps/listen-…; examples lie in target/debug/examples.
    let test = std::env::current_exe().expect("a path to this test");
    let profile: PathBuf = test.ancestors().nth(2).expect("a target directory").into();
    let mut command = Command::new(profile.join("examples").join(name));
    command.env_remove("TRACE").env_remove("CLOCK");
    command
}

/// A program that serves. It ends with the test.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(name: &str) -> Self {
        let mut command = program(name);
        command.args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped());
        let mut child = command.spawn().expect("a program");
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().expect("piped"))
            .read_line(&mut line)
            .unwrap();
        let rest =
            line.strip_prefix("listening on ").expect("it says where it listens");
        let end = rest.find([',', '\n']).expect("an end");
        Server { child, address: rest[..end].into() }
    }

    fn visit(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("a server");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a socket");
        stream
    }

    /// Sends all of it, and hears all of the answer.
    fn ask(&self, request: &str) -> String {
        let mut stream = self.visit();
        stream.write_all(request.as_bytes()).expect("a server");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn fails(mut command: Command) -> String {
    let Output { status, stderr, stdout } = command.output().expect("a program");
    assert_eq!(status.code(), Some(1));
    assert!(stdout.is_empty());
    String::from_utf8(stderr).expect("text")
}

#[test]
fn an_address_that_cannot_be_used_is_named() {
    for name in ["chat", "weather", "crawler"] {
        let server = Server::start(name);
        let mut command = program(name);
        command.args(["--listen", &server.address]);
        let message = fails(command);
        let expected = format!("error: cannot listen on {}: ", server.address);
        assert!(message.starts_with(&expected), "{message}");

        let mut command = program(name);
        command.args(["--listen", "nonsense"]);
        assert!(fails(command).starts_with("error: cannot listen on nonsense: "));

        for args in [&["--listen"][..], &["--lisen", "127.0.0.1:0"], &["a", "b", "c"]] {
            let mut command = program(name);
            command.args(args);
            let expected = "error: the arguments are [--listen ADDRESS:PORT]\n";
            assert_eq!(fails(command), expected);
        }
    }
}

#[test]
fn the_chat_ends_in_order_on_ctrl_c() {
    let mut server = Server::start("chat");
    let (mut ann, mut bob) = (server.visit(), server.visit());
    let mut ann_hears = BufReader::new(ann.try_clone().unwrap()).lines();
    let mut bob_hears = BufReader::new(bob.try_clone().unwrap()).lines();
    let mut expect = |who: char, line: &str| {
        let lines = if who == 'a' { &mut ann_hears } else { &mut bob_hears };
        assert_eq!(
            lines.next().map(Result::unwrap).as_deref().unwrap_or("(end)"),
            line
        );
    };
    expect('a', "your name?");
    expect('b', "your name?");
    ann.write_all(b"ann\n").unwrap();
    expect('b', "* ann sits down");
    bob.write_all(b"bo").unwrap();
    bob.write_all(b"b\nhello\n").unwrap();
    expect('a', "* bob sits down");
    expect('a', "bob: hello");
    expect('b', "(heard by 1)");

    let pid = Pid::from_child(&server.child);
    kill_process(pid, Signal::INT).expect("it is alive");
    expect('a', "* the fire is out, good night");
    expect('b', "* the fire is out, good night");
    expect('a', "(end)");
    expect('b', "(end)");
    assert!(server.child.wait().expect("our child").success());
}

#[test]
fn the_huts_answer_whoever_asks() {
    let server = Server::start("weather");
    let lake = "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\n6 2 3";
    assert_eq!(server.ask("GET /lake HTTP/1.0\r\n\r\n"), lake);
    assert!(
        server.ask("GET /sea HTTP/1.0\r\n\r\n").starts_with("HTTP/1.0 404 Not Found")
    );

    let put = "PUT /report HTTP/1.0\r\ncontent-length: 5\r\n\r\nsunny";
    assert!(server.ask(put).starts_with("HTTP/1.0 200 OK"));
    assert!(server.ask("GET /report HTTP/1.0\r\n\r\n").ends_with("\r\n\r\nsunny"));
}

#[test]
fn a_visitor_without_manners_harms_only_himself() {
    let server = Server::start("crawler");
    let mut half = server.visit();
    half.write_all(b"GET /sta").unwrap();
    let mut mad = server.visit();
    let mut answer = Vec::new();
    // Too long, and without an end: he is hung up on.
    while mad.write_all(&[0xff; 4096]).is_ok() {}
    let _ = mad.read_to_end(&mut answer);
    assert!(answer.is_empty());
    drop(server.visit());

    let river = server.ask("GET /river HTTP/1.0\r\n\r\n");
    assert!(river.starts_with("HTTP/1.0 200 OK"), "{river}");
    half.write_all(b"rt HTTP/1.0\r\n\r\n").unwrap();
    let mut start = String::new();
    half.read_to_string(&mut start).unwrap();
    assert!(start.ends_with("/river /wood /cave"), "{start}");
}
