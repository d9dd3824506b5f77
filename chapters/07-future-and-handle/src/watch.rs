use crate::job::Job;
use std::cell::Cell;
use std::io::{Write, stderr};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

/// Watches how long each step takes, if somebody wants to know.
#[derive(Default)]
pub(crate) struct Watch {
    pub(crate) threshold: Cell<Option<Duration>>,
}

impl Watch {
    /// Runs a step, and names it if it has taken too long.
    pub(crate) fn step(
        &self,
        job: Pin<&mut dyn Job>,
        cx: &mut Context,
    ) -> Poll<&'static str> {
        let Some(threshold) = self.threshold.get() else { return job.step(cx) };
        let name = job.name();
        let start = Instant::now();
        let poll = job.step(cx);
        let took = start.elapsed();
        if took > threshold {
            let ms = took.as_millis();
            // If nobody reads it, so be it.
            let _ = writeln!(
                stderr(),
                "warning: {name} kept all others waiting for {ms} ms"
            );
        }
        poll
    }
}
