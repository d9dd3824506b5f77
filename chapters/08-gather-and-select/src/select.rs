use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// One of two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Either<A, B> {
    /// The first.
    Left(A),
    /// The second.
    Right(B),
}

/// Waits for the first of two futures. The other is dropped where it stands.
///
/// If both are ready, the first argument wins, always: put what must not starve there. For
/// more than two, nest it.
///
/// ```
/// use ch08_gather_and_select::{Either, event_loop, select, sleep};
/// use std::future::pending;
/// use std::time::Duration;
///
/// event_loop().unwrap().run_until_complete(async {
///     let first = select(pending::<u8>(), sleep(Duration::from_millis(1))).await;
///     assert_eq!(first, Either::Right(()));
/// });
/// ```
pub async fn select<A: Future, B: Future>(a: A, b: B) -> Either<A::Output, B::Output> {
    let (mut a, mut b) = (pin!(a), pin!(b));
    poll_fn(|cx| match a.as_mut().poll(cx) {
        Poll::Ready(output) => Poll::Ready(Either::Left(output)),
        Poll::Pending => b.as_mut().poll(cx).map(Either::Right),
    })
    .await
}

/// Waits for the first of many futures: gives its place among them, and its output. The
/// others are dropped where they stand.
///
/// If several are ready, the first of them wins. Each wake polls all of them.
///
/// ```
/// use ch08_gather_and_select::{event_loop, select_all, sleep};
/// use std::time::Duration;
///
/// event_loop().unwrap().run_until_complete(async {
///     let naps = [30, 10, 20].map(|ms| sleep(Duration::from_millis(ms)));
///     assert_eq!(select_all(naps).await, (1, ()));
/// });
/// ```
///
/// # Panics
///
/// If there are none: nobody would ever be first.
pub async fn select_all<F: Future>(
    futures: impl IntoIterator<Item = F>,
) -> (usize, F::Output) {
    let mut futures: Vec<_> = futures.into_iter().map(Box::pin).collect();
    assert!(!futures.is_empty(), "select_all needs at least one future");
    poll_fn(|cx| {
        for (index, future) in futures.iter_mut().enumerate() {
            if let Poll::Ready(output) = future.as_mut().poll(cx) {
                return Poll::Ready((index, output));
            }
        }
        Poll::Pending
    })
    .await
}
