use ch07_future_and_handle::Wakeup;
use std::mem;
use std::time::Duration;

/// The wheel's unit of time. A timer fires at the first tick that is not before its
/// deadline.
const TICK: u64 = 1_000_000; // nanoseconds

/// Once so many are due, later ticks wait for the next turn.
const CROWD: usize = 1024;

/// 64 to the power of 6 ticks are two years. What is later is filed anew by then.
const LEVELS: usize = 6;

/// Timers in buckets: 64 of one tick each, 64 of 64 ticks each, and so on. Setting and
/// cancelling one takes the same time however many there are.
pub(crate) struct Wheel {
    buckets: Vec<Vec<Timer>>,
    /// A bit for each bucket that is not empty.
    occupied: [u64; LEVELS],
    /// Where each timer is.
    places: Vec<Place>,
    /// Numbers of timers that are no more.
    free: Vec<u32>,
    /// Every tick up to this one has fired.
    now: u64,
    /// How many timers there have been.
    inserted: u32,
}

struct Timer {
    wakeup: Wakeup,
    /// In nanoseconds.
    deadline: u64,
    /// Says who came first. It starts again after four thousand million timers.
    order: u32,
    id: u32,
}

#[derive(Clone, Copy)]
struct Place {
    bucket: u32,
    index: u32,
}

/// Names a timer, until that has been cancelled.
#[derive(Clone, Copy)]
pub(crate) struct WheelKey {
    pub(crate) tick: u64,
    pub(crate) id: u32,
}

impl Wheel {
    pub(crate) fn new() -> Self {
        Wheel {
            buckets: (0..LEVELS * 64).map(|_| Vec::new()).collect(),
            occupied: [0; LEVELS],
            places: Vec::new(),
            free: Vec::new(),
            now: 0,
            inserted: 0,
        }
    }

    /// Sets a timer.
    pub(crate) fn insert(&mut self, deadline: Duration, wakeup: Wakeup) -> WheelKey {
        // Five hundred years are for ever.
        let deadline = u64::try_from(deadline.as_nanos()).unwrap_or(u64::MAX);
        let id = self.free.pop().unwrap_or_else(|| {
            self.places.push(Place { bucket: 0, index: 0 });
            (self.places.len() - 1) as u32
        });
        self.inserted = self.inserted.wrapping_add(1);
        let timer = Timer { wakeup, deadline, order: self.inserted, id };
        let tick = timer.tick().max(self.now + 1);
        self.file(timer);
        WheelKey { tick, id }
    }

    /// Whom a timer wakes, if it is still there.
    pub(crate) fn get(&mut self, key: WheelKey) -> Option<&mut Wakeup> {
        let Place { bucket, index } = self.place(key)?;
        Some(&mut self.buckets[bucket as usize][index as usize].wakeup)
    }

    /// Takes a timer out, if it is still there.
    pub(crate) fn cancel(&mut self, key: WheelKey) -> Option<Wakeup> {
        let Place { bucket, index } = self.place(key)?;
        let timers = &mut self.buckets[bucket as usize];
        let timer = timers.swap_remove(index as usize);
        if let Some(moved) = timers.get(index as usize) {
            self.places[moved.id as usize].index = index;
        }
        if timers.is_empty() {
            self.occupied[bucket as usize / 64] &= !(1 << (bucket % 64));
        }
        self.free.push(timer.id);
        Some(timer.wakeup)
    }

    /// When there will be something to do.
    pub(crate) fn next_deadline(&self) -> Option<Duration> {
        self.earliest().map(|(_, tick)| Duration::from_millis(tick))
    }

    /// Takes out those that are due, the earliest first; at equal times, in the order in
    /// which they came. If they are a crowd, some are left for the next time.
    pub(crate) fn pop_due(&mut self, now: Duration, mut fire: impl FnMut(Wakeup)) {
        let now = (now.as_nanos() / u128::from(TICK)) as u64;
        let mut fired = 0;
        while fired < CROWD {
            let next = self.earliest().filter(|(_, tick)| *tick <= now);
            let Some((level, tick)) = next else {
                self.now = self.now.max(now);
                break;
            };
            self.now = tick;
            let mut due = self.empty(level, tick);
            due.sort_unstable_by_key(|timer| (timer.deadline, timer.order));
            fired += due.len();
            for timer in due.drain(..) {
                self.free.push(timer.id);
                fire(timer.wakeup);
            }
            self.recycle(due);
        }
    }

    /// The level is the highest digit, to base 64, in which a timer's tick and ours
    /// differ. The bucket is that digit.
    fn file(&mut self, timer: Timer) {
        let top = 6 * (LEVELS - 1);
        let last = ((self.now >> top) + 63) << top;
        let tick = timer.tick().clamp(self.now + 1, last);
        let level =
            ((63 - (tick ^ self.now).leading_zeros() as usize) / 6).min(LEVELS - 1);
        let digit = (tick >> (6 * level)) as usize & 63;
        self.occupied[level] |= 1 << digit;
        let bucket = &mut self.buckets[level * 64 + digit];
        let place =
            Place { bucket: (level * 64 + digit) as u32, index: bucket.len() as u32 };
        self.places[timer.id as usize] = place;
        bucket.push(timer);
    }

    /// The first bucket that is not empty: its level, and its first tick.
    fn earliest(&self) -> Option<(usize, u64)> {
        let level = self.occupied.iter().position(|bits| *bits != 0)?;
        let digits = self.now >> (6 * level);
        let ahead =
            self.occupied[level].rotate_right((digits & 63) as u32).trailing_zeros();
        Some((level, (digits + u64::from(ahead)) << (6 * level)))
    }

    /// Empties a bucket. What is due at its very first tick comes out, the rest goes a
    /// level down.
    fn empty(&mut self, level: usize, tick: u64) -> Vec<Timer> {
        let digit = (tick >> (6 * level)) & 63;
        self.occupied[level] &= !(1 << digit);
        let timers = mem::take(&mut self.buckets[level * 64 + digit as usize]);
        if level == 0 {
            return timers;
        }
        let mut due = Vec::new();
        for timer in timers {
            if timer.tick() > tick { self.file(timer) } else { due.push(timer) }
        }
        due
    }

    /// Keeps the memory of a bucket for the next that is put there.
    fn recycle(&mut self, empty: Vec<Timer>) {
        let bucket = &mut self.buckets[(self.now & 63) as usize];
        if bucket.capacity() == 0 {
            *bucket = empty;
        }
    }

    fn place(&self, key: WheelKey) -> Option<Place> {
        (key.tick > self.now).then(|| self.places[key.id as usize])
    }
}

impl Timer {
    fn tick(&self) -> u64 {
        self.deadline.div_ceil(TICK)
    }
}
