//! The chat as it is really used: over the network, until Ctrl-C. And what it says
//! if it can't.

#[path = "../src/chat/lines.rs"]
mod lines;
#[path = "../src/chat/room.rs"]
mod room;

use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

const BIN: &str = env!("CARGO_BIN_EXE_06-sleep-and-io");

/// A running server. Killed if the test fails.
struct Fire {
    server: Child,
    stdout: BufReader<std::process::ChildStdout>,
    address: SocketAddr,
}

impl Fire {
    fn light(command: &mut Command) -> Fire {
        let command = command.args(["--listen", "127.0.0.1:0"]).env_remove("CLOCK");
        let mut server = command.stdout(Stdio::piped()).spawn().expect("it runs");
        let mut stdout = BufReader::new(server.stdout.take().expect("a pipe"));
        let mut line = String::new();
        stdout.read_line(&mut line).expect("a line");
        let address =
            line.strip_prefix("listening on ").and_then(|l| l.split(',').next());
        let address = address.expect("an address").parse().expect("an address");
        Fire { server, stdout, address }
    }

    /// Sits down, and is asked for a name.
    fn guest(&self) -> Guest {
        let socket = TcpStream::connect(self.address).expect("somebody listens");
        socket.set_read_timeout(Some(Duration::from_secs(10))).expect("a socket");
        let mut guest = Guest(BufReader::new(socket));
        guest.hears("your name?");
        guest
    }

    /// Presses Ctrl-C. Returns what the server printed at the end.
    fn ctrl_c(mut self) -> String {
        kill_process(Pid::from_child(&self.server), Signal::INT).expect("it lives");
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).expect("text");
        assert!(self.server.wait().expect("it ends").success());
        rest
    }
}

impl Drop for Fire {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

struct Guest(BufReader<TcpStream>);

impl Guest {
    fn says(&self, text: &str) {
        self.0.get_ref().write_all(text.as_bytes()).expect("room");
    }

    #[track_caller]
    fn hears(&mut self, expected: &str) {
        let mut line = String::new();
        self.0.read_line(&mut line).expect("a line within ten seconds");
        assert_eq!(line.trim_end(), expected);
    }
}

#[test]
fn an_evening_with_real_guests() {
    let fire = Fire::light(&mut Command::new(BIN));
    let (mut ann, mut bob) = (fire.guest(), fire.guest());
    ann.says("ann\n");
    bob.hears("* ann sits down");
    bob.says("bob\nhello");
    ann.hears("* bob sits down");
    bob.says(" there\r\n");
    ann.hears("bob: hello there");
    bob.hears("(heard by 1)");
    assert_eq!(fire.ctrl_c(), "the fire is out\n");
    ann.hears("* the fire is out, good night");
    ann.hears("");
}

#[test]
fn what_was_not_said_yet_does_not_keep_the_fire_burning() {
    let fire = Fire::light(&mut Command::new(BIN));
    let (mut ann, bob) = (fire.guest(), fire.guest());
    bob.says("bob\n");
    ann.hears("* bob sits down");
    bob.says(&"and another thing\n".repeat(40));
    ann.hears("bob: and another thing");
    let pressed = Instant::now();
    assert_eq!(fire.ctrl_c(), "the fire is out\n");
    assert!(pressed.elapsed() < Duration::from_secs(5), "{:?}", pressed.elapsed());
}

#[test]
fn whoever_leaves_by_whatever_way_is_missed() {
    let fire = Fire::light(&mut Command::new(BIN));
    let mut ann = fire.guest();

    // Closes the connection.
    let bob = fire.guest();
    bob.says("bob\n");
    ann.hears("* bob sits down");
    drop(bob);
    ann.hears("* bob left");

    // Half-closes it, with two lines still to be told and acknowledged.
    let mut cid = fire.guest();
    cid.says("cid\none\ntwo\n");
    cid.0.get_ref().shutdown(Shutdown::Write).expect("a socket");
    for line in ["* cid sits down", "cid: one", "cid: two", "* cid left"] {
        ann.hears(line);
    }
    cid.hears("(heard by 1)");
    cid.hears("(heard by 1)");
    cid.hears("");

    // Resets it: there is something unread.
    let dan = fire.guest();
    dan.says("dan\n");
    ann.hears("* dan sits down");
    ann.says("ann\nhey\n");
    ann.hears("(heard by 1)");
    drop(dan);
    ann.hears("* dan left");

    // Does not end its line.
    let eve = fire.guest();
    eve.says("eve\n");
    ann.hears("* eve sits down");
    eve.says(&"e".repeat(5000));
    ann.hears("* eve left");
    fire.ctrl_c();
}

#[test]
fn who_never_reads_is_hung_up_on_and_keeps_nobody() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    let deaf = TcpStream::connect(address).expect("somebody listens");
    let (near, _) = listener.accept().expect("somebody connects");
    near.set_nonblocking(true).expect("a socket");
    let mut room = room::Room::default();
    let seat = room.enter(Rc::new(near));
    let line = "la".repeat(400);
    let heard = (0..100_000).take_while(|_| room.tell_others(0, &line) == 1).count();
    assert!((100..100_000).contains(&heard), "{heard} lines");
    // It hears what was said until then, and then the end.
    let mut text = String::new();
    (&deaf).read_to_string(&mut text).expect("no reset");
    assert!(text.lines().count() >= heard);
    assert!(room.leave(seat));
    room.close("nobody is left");
}

#[test]
fn an_idle_server_takes_no_time() {
    let fire = Fire::light(&mut Command::new(BIN));
    let _guests = (fire.guest(), fire.guest());
    let before = ticks(&fire.server);
    thread::sleep(Duration::from_secs(1));
    let after = ticks(&fire.server);
    assert!(after - before <= 1, "{} hundredths of a second", after - before);
    fire.ctrl_c();
}

/// How long the process has worked, in hundredths of a second. (0 where there is no
/// /proc.)
fn ticks(process: &Child) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", process.id()));
    let stat = stat.unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).map(|ticks| ticks.parse::<u64>().expect("a number")).sum()
}

#[test]
fn out_of_sockets_it_waits_until_some_are_closed() {
    let mut limited = Command::new("sh");
    limited.args(["-c", "ulimit -n 12; exec \"$@\"", "sh", BIN]);
    let fire = Fire::light(&mut limited);
    // The operating system accepts them all, the server cannot.
    let connect = || TcpStream::connect(fire.address).expect("there is a queue");
    let crowd: Vec<TcpStream> = (0..20).map(|_| connect()).collect();
    let before = ticks(&fire.server);
    thread::sleep(Duration::from_millis(500));
    assert!(ticks(&fire.server) - before < 25, "it asks again and again");
    drop(crowd);
    let start = Instant::now();
    fire.guest();
    assert!(start.elapsed() < Duration::from_secs(8));
    fire.ctrl_c();
}

fn fails(command: &mut Command) -> (Output, String) {
    let output = command.output().expect("it runs");
    assert!(!output.status.success());
    let message = String::from_utf8(output.stderr.clone()).expect("text");
    (output, message)
}

#[test]
fn an_address_that_is_in_use_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    let (output, message) = fails(Command::new(BIN).args(["--listen", &address]));
    assert_eq!(output.status.code(), Some(1));
    let expected = format!("error: cannot listen on {address}: Address already in use");
    assert!(message.starts_with(&expected), "{message}");
}

#[test]
fn an_unknown_argument_is_answered_with_the_usage() {
    let (_, message) = fails(Command::new(BIN).arg("--lisen"));
    assert_eq!(message, "error: usage: 06-sleep-and-io [--listen ADDRESS:PORT]\n");
}

#[test]
fn an_unknown_clock_is_refused_by_name() {
    let (output, message) = fails(Command::new(BIN).env("CLOCK", "sundial"));
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(message, "error: CLOCK=sundial is unknown: set it to virtual\n");
}

#[test]
fn lines_survive_any_cut() {
    let text = "one\r\ntwo\n\nfour\nhalf";
    for size in 1..text.len() {
        let mut lines = lines::Lines::default();
        let mut found = Vec::new();
        for piece in text.as_bytes().chunks(size) {
            lines.push(piece).expect("short lines");
            found.extend(std::iter::from_fn(|| lines.next()));
        }
        assert_eq!(found, ["one", "two", "", "four"], "in pieces of {size}");
    }
}
