use evidence::assert_lines;
use ex09_graduating::night_watch::night_watch;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::sync::mpsc;
use tokio::time::sleep;

/// What the watch says if somebody comes after each of these minutes.
fn night(visitors: &'static [(&'static str, u64)]) -> String {
    let runtime =
        Builder::new_current_thread().enable_time().start_paused(true).build();
    let said = runtime.unwrap().block_on(async {
        let (sender, gate) = mpsc::channel(1);
        tokio::spawn(async move {
            for (name, minutes) in visitors {
                sleep(Duration::from_secs(60 * minutes)).await;
                if !name.is_empty() {
                    sender.send(*name).await.expect("he is at the gate");
                }
            }
        });
        night_watch(gate).await
    });
    said.join("\n")
}

#[test]
fn a_quiet_night() {
    assert_lines(
        "he calls twice in two and a half hours",
        &night(&[("", 150)]),
        "all is well\nall is well",
    );
}

#[test]
fn a_busy_night() {
    assert_lines(
        "somebody comes at 0:40, 1:20 and 2:00, and he still calls at 1:00 and 2:00",
        &night(&[("ann", 40), ("bob", 40), ("cid", 40), ("", 10)]),
        "come in, ann\nall is well\ncome in, bob\nall is well\ncome in, cid",
    );
}
