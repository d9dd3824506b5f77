use evidence::assert_lines;
use ex06_sleep_and_io::telegrams::Telegrams;

/// What is there after each piece.
fn received(pieces: &[&[u8]]) -> String {
    let (mut telegrams, mut log) = (Telegrams::default(), String::new());
    for piece in pieces {
        telegrams.push(piece);
        let there: Vec<String> =
            std::iter::from_fn(|| telegrams.pop()).take(6).collect();
        log += &format!("{piece:?} → {there:?}\n");
    }
    log
}

#[test]
fn a_whole_telegram() {
    assert_lines(
        "a length of 3, and three bytes, are a telegram",
        &received(&[b"\x03hey"]),
        "[3, 104, 101, 121] → [\"hey\"]",
    );
}

#[test]
fn nothing_has_come() {
    let none = Telegrams::default().pop();
    assert_eq!(none, None, "Expected: no byte, no telegram, no panic");
}

#[test]
fn one_byte_at_a_time() {
    assert_lines(
        "the telegram is there with its last byte, and not before",
        &received(&[b"\x02", b"h", b"o"]),
        "[2] → []\n[104] → []\n[111] → [\"ho\"]",
    );
}

#[test]
fn two_and_a_half() {
    assert_lines(
        "two telegrams in one piece, and the third when its rest comes",
        &received(&[b"\x01a\x01b\x03c", b"de"]),
        "[1, 97, 1, 98, 3, 99] → [\"a\", \"b\"]\n[100, 101] → [\"cde\"]",
    );
}

#[test]
fn an_empty_telegram() {
    assert_lines(
        "a length of 0 is a whole telegram",
        &received(&[b"\x00\x01a"]),
        "[0, 1, 97] → [\"\", \"a\"]",
    );
}

#[test]
fn any_cut() {
    let bytes = b"\x05hello\x00\x03how\x03are\x04you?";
    for size in 1..=bytes.len() {
        let (mut telegrams, mut found) = (Telegrams::default(), Vec::new());
        for piece in bytes.chunks(size) {
            telegrams.push(piece);
            found.extend(std::iter::from_fn(|| telegrams.pop()).take(6));
        }
        found.truncate(6);
        assert_lines(
            &format!("the same telegrams if they come in pieces of {size}"),
            &found.join("\n"),
            "hello\n\nhow\nare\nyou?",
        );
    }
}
