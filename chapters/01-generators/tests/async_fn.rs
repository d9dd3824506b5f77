//! Which locals the compiler keeps for an `async fn`, measured at its one stop, the `.await`.

use std::future::pending;

type Readings = [u8; 3600];

/// Has something to do when it is dropped.
struct Sealed(Readings);

impl Drop for Sealed {
    fn drop(&mut self) {}
}

async fn moved_on() -> Option<u8> {
    let readings: Readings = [0; 3600];
    let max = readings.into_iter().max();
    pending::<()>().await;
    max
}

async fn borrowed() -> Option<u8> {
    let readings: Readings = [0; 3600];
    let max = readings.iter().max().copied();
    pending::<()>().await;
    max
}

async fn borrowed_in_a_block() -> Option<u8> {
    let max = {
        let readings: Readings = [0; 3600];
        readings.iter().max().copied()
    };
    pending::<()>().await;
    max
}

async fn to_be_dropped() -> Option<u8> {
    let sealed = Sealed([0; 3600]);
    let max = sealed.0.into_iter().max();
    pending::<()>().await;
    max
}

#[test]
fn a_local_that_was_borrowed_is_kept_to_the_end_of_its_block() {
    assert!(size_of_val(&moved_on()) < 16);
    assert!(size_of_val(&borrowed()) > size_of::<Readings>());
    assert!(size_of_val(&borrowed_in_a_block()) < 16);
}

#[test]
fn so_is_one_that_has_to_be_dropped() {
    assert!(size_of_val(&to_be_dropped()) > size_of::<Readings>());
}
