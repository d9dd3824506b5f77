use super::Step;
use super::core;
use super::one_box::{InSlot, OneBox};
use super::spare;
use mio::{Events, Poll};
use std::time::Duration;

/// Asks the operating system who else can go on, after so many steps.
pub struct Asking<const STEPS: usize>;

impl<const STEPS: usize> Step for Asking<STEPS> {
    const NAME: &'static str = match STEPS {
        1 => "asking at each turn",
        _ => "asking seldom",
    };

    type Join<T: Send + 'static> = InSlot<T>;

    fn run<F: Future<Output: 'static> + 'static>(root: F) -> F::Output {
        let mut poll = Poll::new().expect("a selector");
        let mut events = Events::with_capacity(1024);
        let mut ask = || {
            poll.poll(&mut events, Some(Duration::ZERO)).expect("an answer");
        };
        core::run(root, |core| spare::turns(core, STEPS, &mut ask))
    }

    fn spawn<F>(future: F) -> InSlot<F::Output>
    where
        F: Future<Output: Send + 'static> + Send + 'static,
    {
        OneBox::spawn(future)
    }
}
