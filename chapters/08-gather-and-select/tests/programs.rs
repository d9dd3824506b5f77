//! Every program prints what its snapshot says, and so do its twins: on asyncio, and on
//! tokio.

use evidence::{bin, example};

#[test]
fn night() {
    bin(env!("CARGO_BIN_EXE_08-gather-and-select"))
        .env("CLOCK", "virtual")
        .pinned()
        .twin()
        .tokio()
        .traced();
}

#[test]
fn greet() {
    example("greet").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn three() {
    example("three").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn burnt() {
    example("burnt").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn called_off() {
    example("called_off").env("CLOCK", "virtual").pinned().twin().tokio().traced();
}

#[test]
fn half_a_word() {
    example("half_a_word").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn too_late() {
    example("too_late").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn patience() {
    example("patience").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn beats() {
    example("beats").env("CLOCK", "virtual").pinned().twin().tokio();
}

// no twin: buckets: asyncio keeps its timers in a heap
#[test]
fn buckets() {
    example("buckets").pinned();
}

// not pinned: crowd: it measures
// no twin: crowd: for the same reason
#[test]
fn crowd() {
    let crowd = example("crowd");
    assert_eq!(crowd.stdout().lines().count(), 5, "{}", crowd.stdout());
}

#[test]
fn canyon() {
    let canyon = example("canyon").env("CLOCK", "virtual").pinned().twin().tokio();
    let of_chapter_06 = include_str!("../../06-sleep-and-io/tests/snapshots/echo.snap");
    assert!(of_chapter_06.ends_with(canyon.stdout()), "{}", canyon.stdout());
}

#[test]
fn one_read() {
    example("one_read").env("CLOCK", "virtual").pinned().twin().tokio().traced();
}

#[test]
fn weather() {
    example("weather").env("CLOCK", "virtual").pinned().twin().tokio();
}

#[test]
fn crawler() {
    example("crawler").env("CLOCK", "virtual").pinned().twin().tokio();
}

/// Everybody hears what they heard in chapter 06, in the same order.
#[test]
fn chat() {
    let chat = example("chat").env("CLOCK", "virtual").pinned().twin().tokio().traced();
    let of_chapter_06 =
        include_str!("../../06-sleep-and-io/tests/snapshots/06-sleep-and-io.snap");
    for name in ["ann", "bob", "cid"] {
        let hears = |text: &str| -> Vec<String> {
            let lines = text.lines().filter(|line| line.starts_with(name));
            lines.map(String::from).collect()
        };
        assert_eq!(hears(chat.stdout()), hears(of_chapter_06));
    }
}

/// The page on the chat says so.
#[test]
fn guest_door_and_host_take_a_quarter_of_the_lines() {
    let before = [
        include_str!("../../06-sleep-and-io/src/chat/guest.rs"),
        include_str!("../../06-sleep-and-io/src/chat/door.rs"),
        include_str!("../../06-sleep-and-io/src/chat/host.rs"),
    ];
    let now = include_str!("../examples/chat/guest.rs");
    assert_eq!(before.map(count), [107, 41, 63]);
    assert_eq!(count(now), 49);

    let before_with_all = [
        include_str!("../../06-sleep-and-io/src/chat/lines.rs"),
        include_str!("../../06-sleep-and-io/src/chat/room.rs"),
    ];
    let now_with_all = [
        include_str!("../examples/chat/lines.rs"),
        include_str!("../examples/chat/room.rs"),
        include_str!("../examples/chat/ctrl_c.rs"),
    ];
    let sum = |files: &[&str]| files.iter().map(|file| count(file)).sum::<usize>();
    assert_eq!(sum(&before) + sum(&before_with_all), 294);
    assert_eq!(count(now) + sum(&now_with_all), 201);
}

fn count(file: &str) -> usize {
    file.lines().count()
}

// Its twin is `select.epoll`, below asyncio; tokio's selector is the one that it uses.
#[test]
fn edge() {
    example("edge").pinned().twin();
}

// not pinned: idle: it measures
// no twin: idle: for the same reason
#[test]
fn idle() {
    let idle = example("idle");
    let table: Vec<Vec<f64>> = idle.stdout().lines().skip(1).map(numbers).collect();
    let ratio = |row: &[f64]| row[1] / row[2];
    let (few, many) = (ratio(&table[0]), ratio(&table[3]));
    assert!(many > 10.0 * few, "{}", idle.stdout());
}

fn numbers(line: &str) -> Vec<f64> {
    line.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}
