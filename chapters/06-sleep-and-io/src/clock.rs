use std::time::{Duration, Instant};

/// Says what time it is, counted from its start.
///
/// ```
/// use ch06_sleep_and_io::Clock;
/// use std::time::Duration;
///
/// let clock = Clock::system();
/// std::thread::sleep(Duration::from_millis(20));
/// assert!(clock.now() >= Duration::from_millis(20));
/// ```
pub enum Clock {
    /// The computer's. It started at this instant.
    System(Instant),
    /// One that stands still while tasks run, and jumps to the next deadline when
    /// all wait.
    Virtual(Duration),
}

impl Clock {
    /// The computer's clock, from now on.
    pub fn system() -> Self {
        Clock::System(Instant::now())
    }

    /// A virtual clock at zero.
    ///
    /// ```
    /// # use ch06_sleep_and_io::Clock;
    /// # use std::time::Duration;
    /// assert_eq!(Clock::stopped().now(), Duration::ZERO);
    /// ```
    pub fn stopped() -> Self {
        Clock::Virtual(Duration::ZERO)
    }

    /// The clock that the environment variable `CLOCK` asks for: `virtual`, or
    /// `system`, which is also what you get without it.
    ///
    /// Ends the program with status 2 if `CLOCK` is set to something else.
    ///
    /// ```
    /// # use ch06_sleep_and_io::{Clock, Reactor};
    /// let reactor = Reactor::new(Clock::from_env());
    /// ```
    pub fn from_env() -> Self {
        match std::env::var("CLOCK").as_deref().unwrap_or("system") {
            "" | "system" => Clock::system(),
            "virtual" => Clock::stopped(),
            other => {
                eprintln!("error: CLOCK={other} is unknown: set it to virtual");
                std::process::exit(2);
            }
        }
    }

    /// The time since the start.
    pub fn now(&self) -> Duration {
        match self {
            Clock::System(start) => start.elapsed(),
            Clock::Virtual(now) => *now,
        }
    }

    /// Nothing will happen until `time`: a virtual clock jumps there, the
    /// computer's gets there by itself.
    pub(crate) fn jump(&mut self, time: Duration) {
        if let Clock::Virtual(now) = self {
            *now = time.max(*now);
        }
    }
}
