//! One processor, three jobs, and three answers to the question when to switch.

use std::collections::VecDeque;

/// When a job lets the next one have the processor.
#[derive(Clone, Copy, PartialEq)]
enum Switch {
    AtItsEnd,
    WhenItWaits,
    EveryMinute,
}

/// A job: `#` is a minute of computing, `.` a minute of waiting for a tape, or a person.
struct Job {
    name: &'static str,
    plan: &'static str,
    done: usize,
    lane: String,
}

impl Job {
    fn new(name: &'static str, plan: &'static str) -> Self {
        Job { name, plan, done: 0, lane: String::new() }
    }

    /// What it needs next: the processor, a wait, or nothing any more.
    fn next(&self) -> Option<char> {
        self.plan.chars().nth(self.done)
    }

    /// A minute passes. Only a job that waits gets on without the processor.
    fn minute(&mut self, has_processor: bool) {
        match self.next() {
            None => {}
            Some('#') if !has_processor => self.lane.push('-'),
            Some(mark) => {
                self.lane.push(mark);
                self.done += 1;
            }
        }
    }
}

/// Lets the jobs run by this rule until all are done.
fn run(switch: Switch) -> Vec<Job> {
    let mut jobs = vec![
        Job::new("payroll", "##....##"),
        Job::new("survey", "##########"),
        Job::new("ann", "#..#..#"),
    ];
    let mut queue = VecDeque::from_iter(0..jobs.len());
    while jobs.iter().any(|job| job.next().is_some()) {
        let running = queue.pop_front();
        for (number, job) in jobs.iter_mut().enumerate() {
            let waited = job.next() == Some('.');
            job.minute(running == Some(number));
            if waited && job.next() == Some('#') && running != Some(number) {
                queue.push_back(number);
            }
        }
        if let Some(number) = running {
            match jobs[number].next() {
                None => {}
                Some('.') if switch != Switch::AtItsEnd => {}
                Some(_) if switch == Switch::EveryMinute => queue.push_back(number),
                Some(_) => queue.push_front(number),
            }
        }
    }
    jobs
}

fn show(title: &str, switch: Switch) {
    let jobs = run(switch);
    println!("{title}");
    for Job { name, lane, .. } in &jobs {
        println!("  {name:<8} {lane}");
    }
    let count = |job: &Job, mark| job.lane.matches(mark).count();
    let over = jobs.iter().map(|job| job.lane.len()).max().unwrap_or(0);
    let busy: usize = jobs.iter().map(|job| count(job, '#')).sum();
    println!("  over after {over} minutes, idle for {}", over - busy);
    println!("  ann sat there for {}\n", count(&jobs[2], '-'));
}

fn main() {
    show("a job keeps the processor until its end", Switch::AtItsEnd);
    show("until it has to wait", Switch::WhenItWaits);
    show("for a minute", Switch::EveryMinute);
}
