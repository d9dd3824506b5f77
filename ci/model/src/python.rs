use crate::{Act, Program};
use std::fmt::{self, Write};

/// The program in Python, on the names of `prelude.py`.
///
/// ```
/// use model::{Act::*, Program, python};
///
/// let program = Program(vec![Spawn(vec![Sleep(3)]), Wait(2)]);
/// let expected = "
/// async def program(me):
///     async def child(me):
///         await sleep(me, 3)
///     spawn(me, child)
///     await wait(me, 2)
/// ";
/// assert_eq!(python(&program), expected.trim_start());
/// ```
///
/// # Panics
///
/// If it does what a coroutine of asyncio cannot do, or not so: grudges, selects and
/// timeouts.
pub fn python(program: &Program) -> String {
    let mut text = String::new();
    function(&mut text, 0, "program", &program.0).expect("text has room for text");
    text
}

/// A script that runs these programs on asyncio, one after the other, and prints a line
/// for each thing that happens, and when it all ended.
pub fn python_script(programs: &[Program]) -> String {
    let mut script = include_str!("prelude.py").to_string();
    for program in programs {
        script += &python(program);
        script += "\n\nrun(program)\n\n\n";
    }
    script
}

fn function(text: &mut String, depth: usize, name: &str, acts: &[Act]) -> fmt::Result {
    line(text, depth, &format!("async def {name}(me):"))?;
    if acts.is_empty() {
        line(text, depth + 1, "pass")?;
    }
    acts.iter().try_for_each(|each| act(text, depth + 1, each))
}

fn act(text: &mut String, depth: usize, act: &Act) -> fmt::Result {
    let source = match act {
        Act::Yield => "await turn(me)".into(),
        Act::Sleep(time) => format!("await sleep(me, {time})"),
        Act::Spawn(acts) => {
            function(text, depth, "child", acts)?;
            "spawn(me, child)".into()
        }
        Act::Wait(other) => format!("await wait(me, {other})"),
        Act::Cancel(other) => format!("cancel(me, {other})"),
        Act::Panic => "raise Boom('on purpose')".into(),
        Act::Send(channel) => format!("send({channel})"),
        Act::Receive(channel) => format!("await receive(me, {channel})"),
        Act::Gather(bodies) => {
            let mut arguments = String::from("me");
            for (index, acts) in bodies.iter().enumerate() {
                function(text, depth, &format!("child_{index}"), acts)?;
                write!(arguments, ", child_{index}")?;
            }
            format!("await gather({arguments})")
        }
        act => unreachable!("{act:?} has no counterpart"),
    };
    line(text, depth, &source)
}

fn line(text: &mut String, depth: usize, source: &str) -> fmt::Result {
    writeln!(text, "{:1$}{source}", "", 4 * depth)
}
