//! Customers who cannot go on before their bread is done: suspended, until somebody wakes them.

use ch02_coroutines::Coroutine;
use ch02_coroutines::CoroutineState::{self, Complete, Yielded};
use ch03_task::Tid;
use ch04_scheduler::{Scheduler, trace};
use tracing::debug;

type Bread = &'static str;
type Bakery = Scheduler<Bread, Option<Bread>>;

/// Orders a bread, and goes on when it is handed over.
struct Customer {
    name: &'static str,
    wants: Bread,
}

impl Coroutine<Option<Bread>> for Customer {
    type Yield = Bread;
    type Return = ();

    fn resume_with(&mut self, bread: Option<Bread>) -> CoroutineState<Bread, ()> {
        let Some(bread) = bread else {
            println!("{}: a {}, please", self.name, self.wants);
            return Yielded(self.wants);
        };
        println!("{}: goes home with a {bread}", self.name);
        Complete(())
    }
}

/// Runs whoever is ready, until all who are left wait for their bread.
fn serve(bakery: &mut Bakery, orders: &mut Vec<(Tid, Bread)>) {
    while let Some(turn) = bakery.resume_next() {
        if let Yielded(bread) = turn.state {
            debug!(task = turn.tid.number(), on = bread, "block");
            orders.push((turn.tid, bread));
        }
    }
}

fn main() {
    trace::init();
    let (mut bakery, mut orders) = (Bakery::new(), Vec::new());
    let customers = [("Ann", "rye"), ("Bo", "bagel"), ("Cy", "rye"), ("Di", "brioche")];
    for (name, wants) in customers {
        bakery.create_task(name, Customer { name, wants });
    }
    serve(&mut bakery, &mut orders);
    for bread in ["bagel", "rye"] {
        println!("the oven: {bread} is done");
        for (tid, _) in orders.extract_if(.., |order| order.1 == bread) {
            debug!(task = tid.number(), "wake");
            bakery.make_ready(tid, Some(bread));
        }
        serve(&mut bakery, &mut orders);
    }
    println!("nobody is ready; {} still waiting", orders.len());
}
