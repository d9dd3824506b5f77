use signal_hook::{consts::SIGINT, low_level::pipe};
use std::future::poll_fn;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::thread;

/// Completes when Ctrl-C is pressed. A thread waits for that, and calls the waker.
pub(crate) fn ctrl_c() -> io::Result<impl Future<Output = ()>> {
    let (mut ours, theirs) = UnixStream::pair()?;
    pipe::register(SIGINT, theirs)?;
    let pressed = Arc::new(AtomicBool::new(false));
    Ok(async move {
        let waker = poll_fn(|cx| Poll::Ready(cx.waker().clone())).await;
        let press = pressed.clone();
        thread::spawn(move || {
            let _ = ours.read(&mut [0]); // If it fails, we had better end, too.
            press.store(true, Ordering::Release);
            waker.wake();
        });
        poll_fn(|_| match pressed.load(Ordering::Acquire) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        })
        .await;
    })
}
