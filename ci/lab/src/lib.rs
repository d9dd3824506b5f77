//! The laboratory: programs of the chapters with inputs that a reader can change. The tasks are
//! the programs' own, and the layers are the chapters' own crates; compiled to WebAssembly, they
//! run in the reader's browser.

mod bridge;
mod inputs;
mod recorder;

pub use inputs::{Input, Inputs, Kind};

/// What a program prints goes into the record.
macro_rules! println {
    ($($format:tt)*) => { $crate::recorder::print(format!($($format)*)) };
}

#[allow(dead_code, reason = "`main` is not called, nor what only `main` uses")]
mod cooking {
    include!(concat!(env!("OUT_DIR"), "/cooking.rs"));
}

#[allow(dead_code, reason = "`main` is not called, nor what only `main` uses")]
mod lighthouse {
    include!(concat!(env!("OUT_DIR"), "/lighthouse.rs"));
}

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
        run: cooking::run,
    },
    Lab {
        program: "05-syscalls",
        inputs: &[Input::number("keepers", "Keepers", 1, 4, 1)],
        run: lighthouse::run,
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
        let id = format!("lab-{}", self.program);
        let caption = timeline::Caption { id: &id, words: "Your run." };
        match timeline::Run::read(&self.trace(inputs), 1) {
            Ok(run) => run.figure(&caption, &[]),
            Err(error) => error.to_string(),
        }
    }
}
