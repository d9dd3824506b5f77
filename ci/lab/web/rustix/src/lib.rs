//! What chapter 06 uses of rustix, where there are no sockets.

/// File descriptors.
pub mod fd {
    use std::convert::Infallible;
    use std::marker::PhantomData;

    /// Something that has a file descriptor. Nothing has.
    pub trait AsFd {
        /// Its file descriptor.
        fn as_fd(&self) -> BorrowedFd<'_>;
    }

    /// There is none.
    pub struct BorrowedFd<'a>(pub(crate) Infallible, PhantomData<&'a ()>);
}

/// Asking who is ready.
pub mod event {
    use crate::fd::BorrowedFd;
    use crate::io::Errno;
    use std::time::Duration;

    /// There is none.
    pub struct PollFd<'a>(BorrowedFd<'a>);

    impl<'a> PollFd<'a> {
        /// Is never called.
        pub fn from_borrowed_fd(fd: BorrowedFd<'a>, _: PollFlags) -> Self {
            PollFd(fd)
        }

        /// Is never called.
        pub fn revents(&self) -> PollFlags {
            match self.0.0 {}
        }
    }

    /// What would be waited for.
    pub struct PollFlags;

    impl PollFlags {
        /// Something to read.
        pub const IN: Self = PollFlags;
        /// Room to write.
        pub const OUT: Self = PollFlags;

        /// Nothing ever happens.
        pub fn is_empty(&self) -> bool {
            true
        }
    }

    /// A length of time, which nobody looks at.
    pub struct Timespec;

    impl From<Duration> for Timespec {
        fn from(_: Duration) -> Self {
            Timespec
        }
    }

    /// Nobody is ready. On a virtual clock there is no need to wait for that.
    pub fn poll(_: &mut [PollFd], timeout: Option<&Timespec>) -> Result<usize, Errno> {
        assert!(timeout.is_some(), "nobody will ever be ready");
        Ok(0)
    }
}

/// Errors.
pub mod io {
    /// What `poll` never returns.
    #[derive(PartialEq, Eq)]
    pub struct Errno(i32);

    impl Errno {
        /// A signal came in between.
        pub const INTR: Self = Errno(4);
    }
}
