//! With the inputs as they are at first, a laboratory does what the program did when it was recorded.

use lab::{Input, Kind, LABS, Lab};
use std::fs;

/// The pinned trace of a program.
fn recorded(program: &str) -> String {
    let (chapter, name) = program.split_once('/').unwrap_or((program, program));
    let file = format!("../../chapters/{chapter}/tests/snapshots/{name}.trace.snap");
    let text =
        fs::read_to_string(&file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let body = text.splitn(3, "---\n").nth(2).expect("a header and a body");
    body.to_string()
}

#[test]
fn the_first_run_is_the_recorded_one() {
    for lab in LABS {
        assert_eq!(
            lab.trace("").trim_end(),
            recorded(lab.program).trim_end(),
            "{}",
            lab.program
        );
    }
}

/// What a program prints with these inputs.
fn printed(program: &str, inputs: &str) -> Vec<String> {
    let lab =
        Lab::find(program).unwrap_or_else(|| panic!("no laboratory of {program}"));
    let trace = lab.trace(inputs);
    trace.lines().filter(|line| !line.starts_with('{')).map(String::from).collect()
}

/// Each input at its least and at its most: the run ends, and can be drawn.
#[test]
fn every_run_ends() {
    for lab in LABS {
        for Input { name, kind, .. } in lab.inputs {
            let values: Vec<String> = match kind {
                Kind::Choice(choices) => {
                    choices.iter().map(|x| x.to_string()).collect()
                }
                Kind::Number { least, most, .. } => {
                    [least, most].map(|x| x.to_string()).into()
                }
            };
            for value in values {
                let figure = lab.figure(&format!("{name}={value}"));
                let program = lab.program;
                assert!(
                    figure.starts_with("<figure"),
                    "{program}?{name}={value}: {figure}"
                );
            }
        }
    }
}

#[test]
fn other_inputs_make_another_run() {
    let inputs = "soup=1&first=bread&kill=bread&turn=3&more=1";
    let expected = [
        "bread: mix",
        "soup: chop",
        "salad: prepare",
        "task 2 returned",
        "salad: serve",
        "task 3 returned",
    ];
    assert_eq!(printed("04-scheduler", inputs), expected);
}

/// The captions ask; these are the answers.
mod questions {
    use super::printed;

    #[test]
    fn the_bread_is_created_first_and_the_soup_is_cooked_first() {
        let stack = printed("04-scheduler/lifo", "first=bread");
        assert_eq!(stack[..3], ["soup: chop", "soup: simmer", "soup: season"]);
        let queue = printed("04-scheduler/lifo", "first=bread&out=first in");
        assert_eq!(queue[..3], ["bread: mix", "soup: chop", "bread: knead"]);
    }

    /// Its timer was set before theirs, so the office is first. A turn passes before it calls the other.
    #[test]
    fn the_postman_who_is_called_back_last_delivers_one_more_letter() {
        let street = printed("06-sleep-and-io/sleepers", "odd=220&even=220");
        let end =
            ["office: task 3, come in", "odd: house 11", "office: task 2, come in"];
        assert_eq!(street[street.len() - 3..], end);
    }

    /// The theatre's timer was set first. When Hamlet has his turn, he has been cancelled.
    #[test]
    fn hamlet_is_silent_if_his_cue_comes_when_the_theatre_closes() {
        let line = String::from("Hamlet: to be or not to be");
        let program = "07-future-and-handle/encore";
        assert!(!printed(program, "hamlet=10").contains(&line));
        assert!(printed(program, "hamlet=10&told=ghost").contains(&line));
        assert!(printed(program, "hamlet=10&close=11").contains(&line));
    }

    /// Whose timer was set first is first: the host's first one, and Ann's before his second one.
    #[test]
    fn the_host_finds_ann_asleep_the_first_time() {
        let nap = printed("08-gather-and-select", "ann=2");
        assert_eq!(
            nap[1..3],
            ["0.2 s  the host looks in: 2 asleep", "0.2 s  Ann wakes up"]
        );
        let sleep = printed("08-gather-and-select", "ann=4");
        assert_eq!(
            sleep[2..4],
            ["0.4 s  Ann wakes up", "0.4 s  the host looks in: 1 asleep"]
        );
    }

    #[test]
    fn the_search_is_called_off_at_the_moment_in_which_it_ends() {
        let dusk = printed("08-gather-and-select/called_off", "dark=6");
        assert_eq!(
            dusk[dusk.len() - 2..],
            [
                "0.6 s  the woods comes home",
                "0.6 s  it is dark: the search is called off"
            ]
        );
        let later = printed("08-gather-and-select/called_off", "dark=7");
        let end = "0.6 s  all done: the north, the lake, the woods";
        assert_eq!(later[later.len() - 1], end);
    }
}

#[test]
fn impossible_inputs_do_no_harm() {
    let kitchen = Lab::find("04-scheduler").expect("a kitchen");
    let absurd = kitchen.trace("soup=99&bread=-1&first=x&&=&turn=0&more=many");
    assert_eq!(absurd, kitchen.trace("soup=3&bread=5&turn=1"));
    assert!(
        kitchen
            .figure("")
            .starts_with("<figure class=\"trace\" id=\"lab-04-scheduler\"")
    );
}
