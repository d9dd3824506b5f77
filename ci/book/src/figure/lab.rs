use super::{Figure, Shows};
use crate::directive::Program;
use crate::laboratory;
use crate::problem::Problem;
use crate::text::{did_you_mean, escape};
use crate::workspace::Workspace;
use lab::{Input, Kind, LABS, Lab};

/// The inputs of a program, for the reader to change. It stands below the recorded run, and stays
/// out of sight where there is no JavaScript, or the laboratory was not built.
pub(super) fn lab(
    workspace: &Workspace,
    program: &Program,
    words: &str,
) -> Result<Figure, Problem> {
    let name = match program.name == program.chapter {
        true => program.name.clone(),
        false => format!("{}/{}", program.chapter, program.name),
    };
    let Some(lab) = Lab::find(&name) else {
        let known = LABS.iter().map(|lab| lab.program.to_string());
        let hint = did_you_mean(&name, known);
        return Err(Problem::new(format!(
            "the laboratory has no `{name}`{hint}: see ci/lab/src/lib.rs"
        )));
    };
    let inputs: String = lab.inputs.iter().map(field).collect();
    let built = if laboratory::is_built(workspace) { " data-built" } else { "" };
    let html = format!(
        "<form class=\"lab\" data-program=\"{name}\"{built} hidden>\n<fieldset>\n<legend>Change it and watch</legend>\n\
         <p>{}</p>\n<div class=\"lab-inputs\">\n{inputs}</div>\n\
         <p><button type=\"submit\">Run it here</button> <button type=\"reset\">As recorded</button></p>\n\
         <p class=\"lab-says\" role=\"status\"></p>\n</fieldset>\n</form>\n",
        escape(words)
    );
    Ok(Figure::new("experiment", html, Shows::Nothing))
}

fn field(Input { name, label, kind }: &Input) -> String {
    let control = match kind {
        Kind::Number { least, most, recorded } => format!(
            "<input type=\"number\" name=\"{name}\" min=\"{least}\" max=\"{most}\" value=\"{recorded}\" required>"
        ),
        Kind::Choice(choices) => {
            let option = |choice: &&str| format!("<option>{choice}</option>");
            let options: String = choices.iter().map(option).collect();
            format!("<select name=\"{name}\">{options}</select>")
        }
    };
    format!("<label>{label} {control}</label>\n")
}
