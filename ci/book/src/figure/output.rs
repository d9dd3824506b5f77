use super::{Figure, Shows, Snapshot, figure};
use crate::directive::Program;
use crate::problem::Problem;
use crate::text::{escape, fence};
use crate::workspace::Workspace;

/// What a program prints, below the command that runs it.
pub(super) fn output(
    workspace: &Workspace,
    program: &Program,
) -> Result<Figure, Problem> {
    let snapshot = Snapshot::read(workspace, program)?;
    let caption = format!("<code>$ {}</code>", escape(&command(program)));
    let html = figure("output", &caption, &fence("text", &snapshot.text));
    Ok(Figure::new("output", html, Shows::Snapshot(snapshot.file)))
}

/// The command that prints it.
fn command(program: &Program) -> String {
    let (name, trace) = match program.name.rsplit_once('.') {
        Some((name, "lanes")) => (name, "TRACE=1 "),
        Some((name, "trace")) => (name, "TRACE=json "),
        _ => (program.name.as_str(), ""),
    };
    let kind = if name == program.chapter { "bin" } else { "example" };
    format!("{trace}cargo run --{kind} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_says_how_to_get_this_output() {
        let command = |name: &str| {
            command(&Program { chapter: "04-scheduler".into(), name: name.into() })
        };
        assert_eq!(command("04-scheduler"), "cargo run --bin 04-scheduler");
        assert_eq!(command("hog"), "cargo run --example hog");
        assert_eq!(command("hog.lanes"), "TRACE=1 cargo run --example hog");
    }
}
