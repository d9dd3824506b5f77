use crate::measure::{Effort, Entry, time};
use crate::steps::{
    Asking, Batches, Bell, Local, OneBox, Real, SlotNumbers, Spare, Step, Textbook,
};
use ch07_future_and_handle::yield_now;

/// What a loop is given to do.
#[derive(Clone, Copy)]
pub(crate) enum Work {
    /// So many tasks yield, all together so many times.
    Yield { tasks: usize, times: usize },
    /// A crowd of tasks that do nothing is spawned and awaited, so many in all.
    Spawn { crowd: usize, tasks: usize },
}

impl Work {
    pub(crate) fn list(effort: Effort) -> Vec<(String, Work)> {
        let times = effort.of(200_000);
        let spawn = |crowd| Work::Spawn { crowd, tasks: times };
        let work = |tasks| Work::Yield { tasks, times };
        vec![
            ("a turn of 1 task".into(), work(1)),
            ("a turn of 100 tasks".into(), work(100)),
            ("spawn and await, 1 at a time".into(), spawn(1)),
            ("spawn and await, 100 at a time".into(), spawn(100)),
        ]
    }

    /// All steps, the first one first.
    pub(crate) fn steps(self) -> Vec<Entry> {
        vec![
            self.entry::<Textbook>(),
            self.entry::<Bell>(),
            self.entry::<Local>(),
            self.entry::<SlotNumbers>(),
            self.entry::<Batches>(),
            self.entry::<Spare>(),
            self.entry::<OneBox>(),
            self.entry::<Asking<1>>(),
            self.entry::<Asking<64>>(),
            self.entry::<Real>(),
        ]
    }

    fn entry<S: Step>(self) -> Entry {
        match self {
            Work::Yield { tasks, times } => {
                let run = move || time(|| S::run(yields::<S>(tasks, times / tasks)));
                Entry::new(S::NAME, times, run)
            }
            Work::Spawn { crowd, tasks } => {
                let run = move || time(|| S::run(spawns::<S>(crowd, tasks / crowd)));
                Entry::new(S::NAME, tasks, run)
            }
        }
    }
}

/// So many tasks yield so many times each, on a loop of this kind.
pub async fn yields<S: Step>(tasks: usize, times: usize) {
    let task = || async move {
        for _ in 0..times {
            yield_now().await;
        }
    };
    let tasks: Vec<_> = (0..tasks).map(|_| S::spawn(task())).collect();
    for task in tasks {
        task.await;
    }
}

async fn spawns<S: Step>(crowd: usize, times: usize) {
    for _ in 0..times {
        let tasks: Vec<_> = (0..crowd).map(|n| S::spawn(async move { n })).collect();
        for (n, task) in tasks.into_iter().enumerate() {
            assert_eq!(task.await, n);
        }
    }
}
