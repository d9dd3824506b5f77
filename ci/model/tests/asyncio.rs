//! CPython's asyncio runs the programs as the model says: the model is right.

use model::{event_loop, for_asyncio, on_asyncio, portable};
use std::path::Path;

fn agree(count: usize) {
    let programs = portable(count, &for_asyncio());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let Some(runs) = on_asyncio(&programs, folder) else { return };
    assert_eq!(runs.len(), count);
    for (program, lines) in programs.iter().zip(runs) {
        let mut expected = event_loop(program);
        expected.log.push(format!("the end, at {}", expected.time));
        if let Err(difference) = expected.expect(program, &lines) {
            panic!("{difference}");
        }
    }
}

#[test]
fn asyncio_and_the_model_agree() {
    agree(200);
}

#[test]
#[ignore = "5 000 programs"]
fn asyncio_and_the_model_agree_on_thousands() {
    agree(5_000);
}
