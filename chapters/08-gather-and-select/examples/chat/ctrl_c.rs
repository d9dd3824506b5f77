use signal_hook::{consts::SIGINT, low_level::pipe};
use std::future::poll_fn;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::thread;

/// From now on, Ctrl-C does not end the program.
pub(crate) struct CtrlC {
    /// Becomes readable when it is pressed.
    byte: UnixStream,
}

impl CtrlC {
    pub(crate) fn new() -> io::Result<Self> {
        let (byte, theirs) = UnixStream::pair()?;
        pipe::register(SIGINT, theirs)?;
        Ok(CtrlC { byte })
    }

    /// Waits for it, in a thread, which then calls our waker.
    pub(crate) async fn pressed(mut self) {
        let waker = poll_fn(|cx| Poll::Ready(cx.waker().clone())).await;
        let pressed = Arc::new(AtomicBool::new(false));
        let press = pressed.clone();
        thread::spawn(move || {
            let _ = self.byte.read(&mut [0]); // If that fails, we had better end, too.
            press.store(true, Ordering::Release);
            waker.wake();
        });
        poll_fn(|_| match pressed.load(Ordering::Acquire) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        })
        .await;
    }
}
