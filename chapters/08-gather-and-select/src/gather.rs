use ch07_future_and_handle::{JoinError, Task, Wakeup, spawn};
use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

/// Runs futures at the same time, each as a task, from now on. Gives their outputs in the
/// order of the arguments, whichever is ready first.
///
/// If the gather is dropped before it is complete, the tasks are cancelled, and have
/// cleaned up when it is gone.
///
/// ```
/// use ch08_gather_and_select::{event_loop, gather, sleep};
/// use std::time::Duration;
///
/// async fn nap(ms: u64) -> u64 {
///     sleep(Duration::from_millis(ms)).await;
///     ms
/// }
///
/// let naps = async { gather([nap(20), nap(10)]).await };
/// assert_eq!(event_loop().unwrap().run_until_complete(naps), [20, 10]);
/// ```
///
/// # Panics
///
/// If no event loop is running on this thread. If a future panics, awaiting the gather
/// panics too, at once; the others run on.
pub fn gather<F>(
    futures: impl IntoIterator<Item = F>,
) -> impl Future<Output = Vec<F::Output>>
where
    F: Future<Output: 'static> + 'static,
{
    let cannot_fail = |future: F| async { Ok::<_, Infallible>(future.await) };
    let outputs = try_gather(futures.into_iter().map(cannot_fail));
    async {
        let Ok(outputs) = outputs.await;
        outputs
    }
}

/// As [`gather`], for futures that may fail. The first error is given at once; the others
/// run on.
///
/// ```
/// use ch08_gather_and_select::{event_loop, try_gather};
///
/// async fn half(n: u32) -> Result<u32, String> {
///     if n % 2 == 0 { Ok(n / 2) } else { Err(format!("{n} is odd")) }
/// }
///
/// event_loop().unwrap().run_until_complete(async {
///     assert_eq!(try_gather([half(2), half(4)]).await, Ok(vec![1, 2]));
///     assert_eq!(try_gather([half(2), half(3)]).await, Err("3 is odd".into()));
/// });
/// ```
///
/// # Panics
///
/// As [`gather`].
pub fn try_gather<F, T, E>(futures: impl IntoIterator<Item = F>) -> TryGather<T, E>
where
    F: Future<Output = Result<T, E>> + 'static,
    T: 'static,
    E: 'static,
{
    let group = Rc::new(Group::default());
    let start =
        |(index, future)| spawn(run(Member { index, group: group.clone() }, future));
    let mut tasks = CancelOnDrop(Vec::new());
    tasks.0.extend(futures.into_iter().enumerate().map(start));
    group.left.set(tasks.0.len());
    group.outputs.borrow_mut().resize_with(tasks.0.len(), || None);
    TryGather { group, tasks }
}

/// The future of [`try_gather`].
pub struct TryGather<T, E> {
    group: Rc<Group<T, E>>,
    tasks: CancelOnDrop<()>,
}

/// What the tasks of one gather share.
struct Group<T, E> {
    outputs: RefCell<Vec<Option<T>>>,
    /// How many are not there yet.
    left: Cell<usize>,
    failure: Cell<Option<Failure<E>>>,
    waiter: Cell<Wakeup>,
}

enum Failure<E> {
    /// A future has returned this error.
    Error(E),
    /// The task of this number has ended without a word.
    Panic(usize),
}

/// One task's membership of the group.
struct Member<T, E> {
    index: usize,
    group: Rc<Group<T, E>>,
}

async fn run<T, E>(member: Member<T, E>, future: impl Future<Output = Result<T, E>>) {
    match future.await {
        Ok(output) => member.group.outputs.borrow_mut()[member.index] = Some(output),
        Err(error) => member.group.fail(Failure::Error(error)),
    }
    let left = member.group.left.get() - 1;
    member.group.left.set(left);
    if left == 0 {
        member.group.waiter.replace(Wakeup::NOBODY).wake();
    }
}

impl<T, E> Group<T, E> {
    /// The first failure counts.
    fn fail(&self, failure: Failure<E>) {
        let before = self.failure.replace(Some(failure));
        if before.is_some() {
            self.failure.set(before);
        }
        self.waiter.replace(Wakeup::NOBODY).wake();
    }
}

impl<T, E> Drop for Member<T, E> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.group.fail(Failure::Panic(self.index));
        }
    }
}

impl<T, E> Future for TryGather<T, E> {
    type Output = Result<Vec<T>, E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<Self::Output> {
        let result = match self.group.failure.take() {
            Some(Failure::Error(error)) => Err(error),
            Some(Failure::Panic(index)) => {
                let task = Pin::new(&mut self.tasks.0[index]);
                let panic = ready!(task.poll(cx));
                self.tasks.0.clear();
                rethrow(panic)
            }
            None if self.group.left.get() == 0 => {
                Ok(self.group.outputs.take().into_iter().flatten().collect())
            }
            None => {
                self.group.waiter.set(Wakeup::of(cx));
                return Poll::Pending;
            }
        };
        // Those that are still there run on.
        self.tasks.0.clear();
        Poll::Ready(result)
    }
}

/// As [`gather`], and a panic is a result like others.
///
/// ```
/// use ch08_gather_and_select::{event_loop, gather_settled};
///
/// async fn divide(n: u32, by: u32) -> u32 {
///     n / by
/// }
///
/// event_loop().unwrap().run_until_complete(async {
///     let results = gather_settled([divide(6, 3), divide(6, 0)]).await;
///     assert_eq!(results[0].as_ref().unwrap(), &2);
///     assert!(results[1].is_err());
/// });
/// ```
///
/// # Panics
///
/// If no event loop is running on this thread.
pub fn gather_settled<F>(
    futures: impl IntoIterator<Item = F>,
) -> impl Future<Output = Vec<Result<F::Output, JoinError>>>
where
    F: Future<Output: 'static> + 'static,
{
    let mut tasks = CancelOnDrop(Vec::new());
    tasks.0.extend(futures.into_iter().map(spawn));
    async move {
        let mut results = Vec::with_capacity(tasks.0.len());
        for task in &mut tasks.0 {
            results.push(task.await);
        }
        results
    }
}

/// Tasks that end with the gather that they belong to.
struct CancelOnDrop<T: 'static>(Vec<Task<T>>);

impl<T> Drop for CancelOnDrop<T> {
    fn drop(&mut self) {
        self.0.iter().for_each(Task::cancel_now);
    }
}

impl<T, E> Default for Group<T, E> {
    fn default() -> Self {
        Group {
            outputs: RefCell::default(),
            left: Cell::new(0),
            failure: Cell::new(None),
            waiter: Cell::new(Wakeup::NOBODY),
        }
    }
}

fn rethrow(result: Result<(), JoinError>) -> ! {
    match result {
        Err(JoinError::Panicked(panic)) => resume_unwind(panic),
        ended => unreachable!("its task has panicked: {ended:?}"),
    }
}
