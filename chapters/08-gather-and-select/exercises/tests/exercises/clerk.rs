use crate::{Log, clock, minutes, run};
use ch07_future_and_handle::spawn;
use ch08_gather_and_select::{TcpListener, TcpStream, sleep};
use evidence::assert_lines;
use ex08_gather_and_select::clerk::read_back;
use std::io::{self, ErrorKind};

/// Both ends of a connection.
async fn connection() -> io::Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let near = TcpStream::connect(listener.local_addr()?).await?;
    let (far, _) = listener.accept().await?;
    // No piece may be kept back: a virtual minute does not take long.
    near.set_nodelay(true)?;
    far.set_nodelay(true)?;
    Ok((near, far))
}

/// Says these pieces, each after so many minutes, to a clerk with a patience of ten. What
/// comes back, what the clerk says in the end, and when.
fn counter(
    pieces: &'static [(u64, &'static str)],
) -> (String, Result<usize, ErrorKind>, u64) {
    let log = Log::default();
    let notes = log.clone();
    let (end, at) = run(async move {
        let (near, far) = connection().await.expect("a connection");
        let (ears, mouth) = near.split();
        let clerk = spawn(read_back(far, minutes(10)));
        spawn(async move {
            for (pause, piece) in pieces {
                sleep(minutes(*pause)).await;
                mouth.write_all(piece.as_bytes()).await?;
            }
            io::Result::Ok(())
        });
        let mut bytes = [0; 64];
        while let Ok(n @ 1..) = ears.read(&mut bytes).await {
            String::from_utf8_lossy(&bytes[..n])
                .lines()
                .for_each(|line| notes.note(line));
        }
        let end =
            clerk.await.expect("Expected: the clerk reads back, and does not panic");
        (end.map_err(|error| error.kind()), clock())
    });
    (log.text(), end, at)
}

#[test]
fn each_line_comes_back_at_once() {
    let (log, end, at) = counter(&[(0, "arrive\n"), (3, "tuesday\n")]);
    assert_lines(
        "each line comes back when it is complete",
        &log,
        " 0  arrive\n 3  tuesday",
    );
    assert_eq!((end, at), (Ok(2), 3), "Expected: two lines, and then the end");
}

#[test]
fn a_line_in_pieces() {
    let (log, end, _) = counter(&[(0, "arr"), (2, "ive\ntues"), (2, "day\n")]);
    assert_lines(
        "a line comes back when all of it is there",
        &log,
        " 2  arrive\n 4  tuesday",
    );
    assert_eq!(end, Ok(2), "Expected: two lines, however they were cut");
}

#[test]
fn three_lines_at_once() {
    let (log, end, _) = counter(&[(1, "one\ntwo\nthree\n")]);
    assert_lines("none of them is lost", &log, " 1  one\n 1  two\n 1  three");
    assert_eq!(end, Ok(3), "Expected: three lines that came in one piece");
}

#[test]
fn half_a_line_is_no_line() {
    let (log, end, _) = counter(&[(0, "arrive\ntues")]);
    assert_lines("only what is complete comes back", &log, " 0  arrive");
    assert_eq!(end, Ok(1), "Expected: the last one has no newline, and does not count");
}

#[test]
fn somebody_who_falls_silent() {
    let (log, end, at) = counter(&[(4, "arrive\n"), (60, "tuesday\n")]);
    assert_lines("the second line is too late", &log, " 4  arrive");
    assert_eq!(
        (end, at),
        (Err(ErrorKind::TimedOut), 14),
        "Expected: ten minutes after the first line, the clerk gives up"
    );
}

#[test]
fn somebody_who_spells() {
    let (log, end, at) = counter(&[(6, "n"), (6, "o"), (6, "\n")]);
    assert_lines("the line is not complete in time", &log, "");
    assert_eq!(
        (end, at),
        (Err(ErrorKind::TimedOut), 10),
        "Expected: the limit is for the whole line, and not for each piece of it"
    );
}

#[test]
fn many_lines_in_time() {
    let (_, end, at) = counter(&[(9, "one\n"), (9, "two\n"), (9, "three\n")]);
    assert_eq!(
        (end, at),
        (Ok(3), 27),
        "Expected: each line has ten minutes of its own"
    );
}
