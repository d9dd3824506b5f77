use crate::{Act, Program};
use std::env;
use std::fmt::{self, Write};
use std::fs;
use std::path::Path;
use std::process::Command;

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

/// Runs these programs on asyncio, one after the other, by a script in this folder. Gives
/// a line for each thing that happens in each of them; the last says when it all ended.
/// `None` if there is no `python3`.
///
/// # Panics
///
/// If there is no `python3` and `CI` is set, or if the script fails.
pub fn on_asyncio(programs: &[Program], folder: &Path) -> Option<Vec<Vec<String>>> {
    let path = folder.join(format!("{}_programs.py", programs.len()));
    fs::write(&path, script(programs)).expect("a place for the script");
    let Ok(output) = Command::new("python3").arg(&path).output() else {
        assert!(env::var_os("CI").is_none(), "CI needs python3");
        eprintln!("no python3 here: nothing is compared with asyncio");
        return None;
    };
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}: {error}", path.display());
    let stdout = String::from_utf8(output.stdout).expect("it prints UTF-8");
    let lines: Vec<String> = stdout.lines().map(String::from).collect();
    let runs = lines.split_inclusive(|line| line.starts_with("the end"));
    Some(runs.map(<[String]>::to_vec).collect())
}

fn script(programs: &[Program]) -> String {
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
