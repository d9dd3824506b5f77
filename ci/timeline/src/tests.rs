use crate::replay::State;
use crate::{Caption, Event, Run};

/// Two tasks take turns; the program speaks before and after.
const TRACE: &str = r#"start
{"message":"create","task":1,"name":"ping"}
{"message":"create","task":2,"name":"pong <2>"}
{"message":"resume","task":1}
ping & pong
{"message":"yield","task":1}
{"message":"resume","task":2}
{"message":"complete","task":2,"exit":"returned"}
end
{"message":"resume","task":1}
{"message":"kill","task":1}
"#;

/// What later chapters add.
const CALLS: &str = r#"{"message":"create","task":1,"name":"main"}
{"message":"create","task":2,"name":"child"}
{"message":"resume","task":1}
{"message":"trap","task":1,"call":"GetTid"}
{"message":"resume","task":2}
{"message":"yield","task":2}
{"message":"resume","task":1}
{"message":"trap","task":1,"call":"WaitTask"}
{"message":"block","task":1,"on":2}
{"message":"resume","task":2}
{"message":"complete","task":2,"exit":"returned"}
{"message":"wake","task":1,"by":2}
{"message":"timer","task":1,"at":"1.5s"}
{"message":"io","task":1}
"#;

fn run(trace: &str) -> Run {
    Run::read(trace, 1).unwrap()
}

fn draw(trace: &str) -> String {
    run(trace).figure(&Caption { id: "timeline-a", words: "Look <here>." }, &[])
}

#[track_caller]
fn refused(trace: &str, expected: &str) {
    let problem = Run::read(trace, 4).err().expect("a malformed trace").to_string();
    assert!(problem.starts_with(expected), "{problem}");
}

#[test]
fn lines_that_are_no_json_belong_to_the_task_that_runs() {
    let run = run(TRACE);
    let prints: Vec<_> = run
        .steps()
        .iter()
        .filter_map(|step| match &step.event {
            Event::Print(text) => Some((step.task, text.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(prints, [(None, "start"), (Some(1), "ping & pong"), (None, "end")]);
}

#[test]
fn every_event_stands_in_words_with_the_ready_queue_after_it() {
    let html = draw(TRACE);
    for line in [
        "data-t=\"0\" data-ready=\"\"><span>the program prints “start”</span></li>",
        "data-t=\"2\" data-ready=\"ping pong\u{a0}&lt;2&gt;\"><span><b>pong &lt;2&gt;</b> is created, at the back of the ready queue</span></li>",
        "data-t=\"3\" data-ready=\"pong\u{a0}&lt;2&gt;\"><span>the scheduler resumes <b>ping</b></span></li>",
        "<b>ping</b> prints “ping &amp; pong”</span></li>",
        "data-t=\"5\" data-ready=\"pong\u{a0}&lt;2&gt; ping\"><span><b>ping</b> yields and goes to the back of the ready queue</span></li>",
        "<b>pong &lt;2&gt;</b> completes: returned</span></li>",
        "<b>ping</b> is killed</span></li>",
    ] {
        assert!(html.contains(line), "{line}\n{html}");
    }
}

#[test]
fn calls_block_and_wake() {
    let html = draw(CALLS);
    for line in [
        "data-ready=\"main child\"><span><b>child</b> yields",
        "data-ready=\"child\"><span><b>main</b> asks the kernel: GetTid",
        "<b>main</b> waits for <b>child</b>",
        "data-ready=\"main\"><span><b>child</b> wakes <b>main</b>, which is ready again",
        "at 1.5s, the timer of <b>main</b> is due",
        "the operating system has news for <b>main</b>",
    ] {
        assert!(html.contains(line), "{line}\n{html}");
    }
}

#[test]
fn a_task_is_ready_running_or_suspended() {
    let run = run(CALLS);
    let main = run.replay.spans.iter().filter(|span| span.task == 1);
    let states: Vec<_> = main.map(|span| (span.state, span.from, span.to)).collect();
    let expected = [
        (State::Ready, 0, 2),
        (State::Running, 2, 3),
        (State::Ready, 3, 6),
        (State::Running, 6, 7),
        (State::Suspended, 7, 8),
        (State::Suspended, 8, 11),
        (State::Ready, 11, 14),
    ];
    assert_eq!(states, expected);
}

#[test]
fn a_queue_that_the_events_do_not_tell_is_left_out() {
    let three = r#"{"message":"create","task":1,"name":"a"}
{"message":"create","task":2,"name":"b"}
{"message":"create","task":3,"name":"c"}
"#;
    let then =
        |task| draw(&format!("{three}{{\"message\":\"resume\",\"task\":{task}}}\n"));
    assert!(then(1).contains("data-ready=\"b c\""), "a queue");
    assert!(then(3).contains("data-ready=\"a b\""), "a stack");
    assert!(!then(2).contains("data-ready"), "neither");
}

#[test]
fn the_drawing_has_a_lane_for_each_task_and_one_for_the_program() {
    let html = draw(TRACE);
    assert!(html.contains(
        "<ul class=\"trace-names\"><li class=\"lane-program\">program</li>\
         <li class=\"lane-0\">ping</li><li class=\"lane-1\">pong &lt;2&gt;</li></ul>"
    ));
    assert!(html.contains("data-steps=\"11\" data-left=\"12\" data-step=\"20\""));
    assert!(html.contains("height=\"120\""));
    // ping runs from step 3 to step 5, in the second lane.
    assert!(html.contains(
        "<rect class=\"run lane-0\" x=\"72\" y=\"52\" width=\"40\" height=\"16\" rx=\"3\"/>"
    ));
    assert!(html.contains("<figcaption>Look &lt;here&gt;.</figcaption>"));
    // A blank line would end the HTML in the midst of it.
    assert!(!html.contains("\n\n"));
}

#[test]
fn a_program_that_prints_nothing_outside_its_tasks_has_no_lane() {
    assert!(!draw(CALLS).contains("lane-program"));
}

#[test]
fn tasks_of_one_name_are_told_apart() {
    let html = draw(
        "{\"message\":\"create\",\"task\":1,\"name\":\"a\"}\n{\"message\":\"create\",\"task\":2,\"name\":\"a\"}\n",
    );
    assert!(
        html.contains("<li class=\"lane-0\">a 1</li><li class=\"lane-1\">a 2</li>")
    );
}

#[test]
fn who_waits_for_what_is_told_after_each_step() {
    let html = draw(CALLS);
    assert!(
        html.contains(
            "data-ready=\"child\" data-waiting=\"main|child\"><span><b>main</b> waits"
        ),
        "{html}"
    );
    let sleepers = draw(
        r#"{"message":"create","task":1,"name":"a"}
{"message":"create","task":2,"name":"b"}
{"message":"resume","task":1}
{"message":"block","task":1,"on":"1.5s"}
{"message":"resume","task":2}
{"message":"block","task":2,"on":"500ms"}
{"message":"timer","task":2,"at":"500ms"}
{"message":"wake","task":2}
{"message":"resume","task":2}
{"message":"block","task":2,"on":"2s"}
"#,
    );
    for timers in ["\"a|1.5s\"", "\"b|500ms||a|1.5s\"", "\"a|1.5s||b|2.5s\""] {
        assert!(
            sleepers.contains(&format!("data-timers={timers}")),
            "{timers}\n{sleepers}"
        );
    }
}

#[test]
fn a_malformed_trace_is_refused_with_file_and_line() {
    refused("hello\n{\"message\":\"create\"", "line 5: malformed trace line: ");
    refused(
        "{\"message\":\"spawn\",\"task\":1}",
        "line 4: this is no event of a trace: unknown variant `spawn`, expected one of `create`",
    );
    refused(
        "{\"message\":\"resume\"}",
        "line 4: this is no event of a trace: missing field `task`",
    );
    refused("{\"message\":\"resume\",\"task\":7}", "line 4: task 7 was never created");
    refused(
        "{\"task\":7}",
        "line 4: this is no event of a trace: missing field `message`",
    );
}
