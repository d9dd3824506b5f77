use ch04_scheduler::Scheduler;

/// The reader's kitchen, with either end of the queue. With the inputs as they are at first, this is `main`.
pub(crate) fn run(inputs: &crate::Inputs) {
    let dish = |name, steps: &'static [&'static str]| {
        (name, Dish { name, steps: steps[..inputs.number(name)].iter() })
    };
    let mut dishes = [dish("soup", SOUP), dish("bread", BREAD)];
    if inputs.choice("first") == "bread" {
        dishes.reverse();
    }
    match inputs.choice("out") {
        "last in" => {
            let numbered = (1..).zip(dishes);
            let tasks =
                numbered.map(|(number, (name, dish))| create_task(number, name, dish));
            super::run(tasks.collect());
        }
        _ => in_order(dishes),
    }
}

/// The same, by the chapter's scheduler.
fn in_order(dishes: [(&str, Dish); 2]) {
    let mut scheduler = Scheduler::new();
    for (name, dish) in dishes {
        scheduler.create_task(name, dish);
    }
    while let Some(turn) = scheduler.step() {
        if let Complete(exit) = turn.state {
            println!("task {} {exit}", turn.tid);
        }
    }
}
