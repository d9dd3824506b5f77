use crate::arguments::{Arguments, HintArguments, Task};
use crate::exercise::Exercise;
use crate::hints::{self, Which};
use crate::progress::{self, State};
use crate::stubs::{self, Outcome};
use crate::terminal::{clear_screen, confirmed, say, waiting};
use crate::verify;
use crate::view;
use crate::watch::Saves;
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use std::process::ExitCode;

/// Does what the arguments ask for.
pub(crate) fn dispatch(arguments: Arguments) -> Result<ExitCode> {
    let workspace = &Workspace::find(&std::env::current_dir()?)?;
    match arguments.task {
        None => list(workspace, arguments.json),
        Some(Task::Hint(arguments)) => hint(workspace, arguments),
        Some(Task::Check { name, json }) => check(workspace, name.as_deref(), json),
        Some(Task::Watch { name }) => watch(workspace, name.as_deref()),
        Some(Task::Reset { name, yes }) => reset(workspace, &name, yes),
        Some(Task::Stubs { force }) => make_stubs(workspace, force),
        Some(Task::Verify) => verify(workspace),
    }
}

fn list(workspace: &Workspace, json: bool) -> Result<ExitCode> {
    let states = waiting("Testing the exercises", || progress::all(workspace))?;
    say(&match json {
        true => view::list_json(&states)?,
        false => view::list(workspace, &states),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn hint(workspace: &Workspace, arguments: HintArguments) -> Result<ExitCode> {
    let Some(exercise) = chosen(workspace, arguments.name.as_deref())? else {
        return all_done();
    };
    let which = match (arguments.all, arguments.step) {
        (true, _) => Which::All,
        (false, Some(step)) => Which::Step(step),
        (false, None) => Which::Next,
    };
    let (hints, count) = hints::show(workspace, exercise, which)?;
    say(&view::hints(workspace, exercise, &hints, count))?;
    Ok(ExitCode::SUCCESS)
}

fn check(workspace: &Workspace, name: Option<&str>, json: bool) -> Result<ExitCode> {
    let Some(exercise) = chosen(workspace, name)? else {
        return all_done();
    };
    let state = test(workspace, exercise)?;
    say(&match json {
        true => view::check_json(exercise, &state)?,
        false => view::check(workspace, exercise, &state),
    })?;
    Ok(match state.is_done() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

fn watch(workspace: &Workspace, name: Option<&str>) -> Result<ExitCode> {
    let saves = Saves::of(&workspace.root.join("chapters"))?;
    let mut current = chosen(workspace, name)?;
    while let Some(exercise) = current {
        let state = test(workspace, exercise)?;
        say(&view::check(workspace, exercise, &state))?;
        if state.is_done() {
            current = chosen(workspace, None)?;
        } else {
            say("\nWaiting for you to save; Ctrl-C ends this.\n")?;
            saves.wait()?;
            clear_screen()?;
        }
    }
    all_done()
}

fn reset(workspace: &Workspace, name: &str, yes: bool) -> Result<ExitCode> {
    let exercise = workspace.exercise(name)?;
    if stubs::write(exercise, false)? != Outcome::Kept {
        say(&format!("{name} is as it was at the start.\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let path = exercise.stub_path();
    let path = workspace.relative(&path).display();
    let question = format!("Put the stub back into {path}? Your text is kept. [y/N] ");
    if !yes && !confirmed(&question)? {
        say("Nothing was changed.\n")?;
        return Ok(ExitCode::FAILURE);
    }
    let backup = stubs::reset(exercise)?;
    let backup = workspace.relative(&backup).display();
    say(&format!("{path} is as it was at the start. Your text is in {backup}.\n"))?;
    Ok(ExitCode::SUCCESS)
}

fn make_stubs(workspace: &Workspace, force: bool) -> Result<ExitCode> {
    let (mut kept, mut failed) = (0, 0);
    for exercise in &workspace.exercises {
        let path = exercise.stub_path();
        let path = workspace.relative(&path).display();
        match stubs::write(exercise, force) {
            Ok(Outcome::Unchanged) => {}
            Ok(Outcome::Written) => say(&format!("wrote  {path}\n"))?,
            Ok(Outcome::Kept) => {
                kept += 1;
                say(&format!("kept   {path}: not what its solution makes\n"))?;
            }
            Err(error) => {
                failed += 1;
                say(&format!("failed {path}: {error:#}\n"))?;
            }
        }
    }
    match (failed, kept) {
        (0, 0) => Ok(ExitCode::SUCCESS),
        (0, _) => {
            bail!("stubs that differ were left alone; --force replaces them: {kept}")
        }
        _ => bail!("stubs that could not be made: {failed}"),
    }
}

fn verify(workspace: &Workspace) -> Result<ExitCode> {
    let proof = waiting("Testing stubs and solutions", || verify::verify(workspace))?;
    say(&view::proof(&proof))?;
    match proof.problems.len() {
        0 => Ok(ExitCode::SUCCESS),
        count => bail!("the exercises are not sound; problems: {count}"),
    }
}

/// The exercise of this name, or the next one. `None` if all are done.
fn chosen<'a>(
    workspace: &'a Workspace,
    name: Option<&str>,
) -> Result<Option<&'a Exercise>> {
    match name {
        Some(name) => workspace.exercise(name).map(Some),
        None => {
            let states = waiting("Testing the exercises", || progress::all(workspace))?;
            Ok(progress::next(&states))
        }
    }
}

fn test(workspace: &Workspace, exercise: &Exercise) -> Result<State> {
    let task = format!("Testing {}", exercise.name);
    waiting(&task, || progress::one(workspace, exercise))
}

fn all_done() -> Result<ExitCode> {
    say("All exercises are done.\n")?;
    Ok(ExitCode::SUCCESS)
}
