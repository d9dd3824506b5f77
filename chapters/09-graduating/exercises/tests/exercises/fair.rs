use ex09_graduating::fair::fair;
use tokio::runtime::Builder;

#[test]
fn adds_up_on_one_thread() {
    let runtime = Builder::new_current_thread().build().unwrap();
    let sum = runtime.block_on(fair(vec![vec![1, 2], vec![30], vec![]]));
    assert_eq!(sum, 33, "expected the sales of all stalls: 1 + 2 + 30");
}

#[test]
fn adds_up_on_two_threads() {
    let mut runtime = Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).build().unwrap();
    let stalls = vec![vec![1; 1000]; 20];
    // `spawn` takes it only if all that it holds while it waits is `Send`.
    let sum = runtime.block_on(async { tokio::spawn(fair(stalls)).await });
    let sum = sum.expect("expected: the fair comes to its end");
    assert_eq!(sum, 20_000, "expected 20 stalls with 1000 sales of 1, and none lost");
}
