/// More dishes than the program has, each of two steps.
const FURTHER: [&str; 4] = ["salad", "tea", "sauce", "toast"];

/// The reader's kitchen. With the inputs as they are at first, this is `main`.
pub(crate) fn run(inputs: &crate::Inputs) {
    let soup = ("soup", &SOUP[..inputs.number("soup")]);
    let bread = ("bread", &BREAD[..inputs.number("bread")]);
    let mut dishes = vec![soup, bread];
    if inputs.choice("first") == "bread" {
        dishes.reverse();
    }
    for name in &FURTHER[..inputs.number("more")] {
        dishes.push((name, &["prepare", "serve"]));
    }

    let mut scheduler = Scheduler::new();
    let tasks: Vec<_> = dishes
        .into_iter()
        .map(|(name, steps)| {
            (name, scheduler.create_task(name, Dish::new(name, steps)))
        })
        .collect();
    let mut turns = 0;
    while let Some(turn) = scheduler.step() {
        if let Complete(exit) = turn.state {
            println!("task {} {exit}", turn.tid);
        }
        turns += 1;
        if turns == inputs.number("turn") {
            for (_, tid) in
                tasks.iter().filter(|(name, _)| *name == inputs.choice("kill"))
            {
                scheduler.kill(*tid);
            }
        }
    }
}
