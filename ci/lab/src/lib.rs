//! The laboratory: programs of the chapters with inputs that a reader can change. The tasks are
//! the programs' own, and the layers are the chapters' own crates; compiled to WebAssembly, they
//! run in the reader's browser.

mod inputs;
mod recorder;

pub use inputs::{Input, Inputs, Kind};

/// What a program prints goes into the record.
macro_rules! println {
    ($($format:tt)*) => { $crate::recorder::print(format!($($format)*)) };
}

/// Each is a program's own source, with a module `reader` in it, made of its driver: see `build.rs`.
macro_rules! programs {
    ($($program:ident)*) => {$(
        #[allow(dead_code, reason = "`main` is not called, nor what only `main` uses")]
        mod $program {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($program), ".rs"));
        }
    )*};
}

programs! { cooking queueing lighthouse street theatre night search }

/// A program whose inputs can be changed.
pub struct Lab {
    /// As in `04-scheduler/hog`; the chapter's own program has the chapter's name.
    pub program: &'static str,
    /// What can be changed.
    pub inputs: &'static [Input],
    run: fn(&Inputs),
}

/// All that there are.
pub const LABS: &[Lab] = &[
    Lab {
        program: "04-scheduler",
        inputs: &[
            Input::number("soup", "Steps of the soup", 0, 3, 3),
            Input::number("bread", "Steps of the bread", 0, 5, 5),
            Input::number("more", "Further dishes", 0, 4, 0),
            Input::choice("first", "Created first", &["soup", "bread"]),
            Input::choice("kill", "Kill", &["nobody", "soup", "bread"]),
            Input::number("turn", "after turn", 1, 12, 4),
        ],
        run: cooking::reader::run,
    },
    Lab {
        program: "04-scheduler/lifo",
        inputs: &[
            Input::choice("out", "First out", &["last in", "first in"]),
            Input::number("soup", "Steps of the soup", 0, 3, 3),
            Input::number("bread", "Steps of the bread", 0, 5, 5),
            Input::choice("first", "Created first", &["soup", "bread"]),
        ],
        run: queueing::reader::run,
    },
    Lab {
        program: "05-syscalls",
        inputs: &[Input::number("keepers", "Keepers", 1, 4, 1)],
        run: lighthouse::reader::run,
    },
    Lab {
        program: "06-sleep-and-io/sleepers",
        inputs: &[
            Input::number("odd", "From odd door to odd door, in ms", 100, 2000, 200),
            Input::number("even", "From even to even", 100, 2000, 350),
            Input::number("office", "The office calls them back after", 0, 2000, 1100),
            Input::choice("first", "Sent out first", &["odd", "even"]),
        ],
        run: street::reader::run,
    },
    Lab {
        program: "07-future-and-handle/encore",
        inputs: &[
            Input::number("hamlet", "Hamlet's cue, in ms", 0, 5000, 5),
            Input::number("ghost", "The ghost's cue", 0, 5000, 5000),
            Input::number("close", "The theatre closes after", 0, 5000, 10),
            Input::number("horatio", "Horatio's cue, from then on", 0, 5000, 1),
            Input::choice(
                "told",
                "Sent home",
                &["everybody", "Hamlet", "ghost", "Horatio", "nobody"],
            ),
        ],
        run: theatre::reader::run,
    },
    Lab {
        program: "08-gather-and-select",
        inputs: &[
            Input::number("ann", "Ann sleeps, in tenths of a second", 0, 12, 3),
            Input::number("bob", "Bob", 0, 12, 5),
            Input::number("cid", "Cid", 0, 12, 1),
            Input::number("host", "The host looks in every", 1, 12, 2),
        ],
        run: night::reader::run,
    },
    Lab {
        program: "08-gather-and-select/called_off",
        inputs: &[
            Input::number("north", "In the north, in tenths of a second", 0, 12, 1),
            Input::number("lake", "At the lake", 0, 12, 4),
            Input::number("woods", "In the woods", 0, 12, 6),
            Input::number("dark", "It is dark after", 0, 12, 3),
        ],
        run: search::reader::run,
    },
];

impl Lab {
    /// The one of this program.
    pub fn find(program: &str) -> Option<&'static Lab> {
        LABS.iter().find(|lab| lab.program == program)
    }

    /// Runs the program with these inputs. What comes back is what `TRACE=json` would print.
    ///
    /// ```
    /// let lab = lab::Lab::find("05-syscalls").unwrap();
    /// let trace = lab.trace("keepers=2");
    /// assert_eq!(trace.matches("keeper: dusk").count(), 2);
    /// ```
    pub fn trace(&self, inputs: &str) -> String {
        let inputs = Inputs::new(self.inputs, inputs);
        recorder::record(|| (self.run)(&inputs))
    }

    /// The same, drawn.
    pub fn figure(&self, inputs: &str) -> String {
        let id = format!("lab-{}", self.program.replace('/', "-"));
        let caption = timeline::Caption { id: &id, words: "Your run." };
        match timeline::Run::read(&self.trace(inputs), 1) {
            Ok(run) => run.figure(&caption, &[]),
            Err(error) => error.to_string(),
        }
    }
}
