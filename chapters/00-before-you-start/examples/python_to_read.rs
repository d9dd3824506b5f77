//! A bakery, for learning to read Python.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::iter::from_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

fn bill(prices: &[u32], tip: u32) -> String {
    let total = prices.iter().sum::<u32>() + tip;
    format!("{} things, {total} crowns", prices.len())
}

fn functions() {
    println!("{}", bill(&[3, 5], 0));
    println!("{}", bill(&[3, 5, 8], 1));
}

fn names() {
    let shelf = Rc::new(RefCell::new(vec!["rye"]));
    let window = Rc::clone(&shelf); // a second owner, not a second list
    window.borrow_mut().push("oat");
    println!("on the shelf: {}", shelf.borrow().join(", "));
}

trait Bake {
    fn bake(&self, bread: &str) -> String;
}

struct Oven {
    heat: u32,
}

struct SteamOven(Oven);

impl Bake for Oven {
    fn bake(&self, bread: &str) -> String {
        format!("{bread} at {}", self.heat)
    }
}

impl Bake for SteamOven {
    fn bake(&self, bread: &str) -> String {
        self.0.bake(bread) + " in steam"
    }
}

fn classes() {
    let plain = Oven { heat: 250 };
    let steam = SteamOven(Oven { heat: 220 });
    for oven in [&plain as &dyn Bake, &steam] {
        println!("{}", oven.bake("rye"));
    }
}

fn price(bread: &str) -> Result<u32, String> {
    match bread {
        "rye" => Ok(3),
        "oat" => Ok(5),
        _ => Err(bread.to_string()),
    }
}

fn exceptions() {
    for bread in ["oat", "cake"] {
        match price(bread) {
            Err(error) => println!("no such bread: {error}"),
            Ok(crowns) => println!("{bread}: {crowns}"),
        }
        println!("next, please");
    }
}

struct Lit(&'static str);

fn lit(oven: &'static str) -> Lit {
    println!("lights the {oven}");
    Lit(oven)
}

impl Drop for Lit {
    fn drop(&mut self) {
        println!("puts the {} out", self.0);
    }
}

fn blocks() {
    let _fire = lit("oven");
    println!("bakes");
}

fn dozens(mut eggs: u32) -> impl Iterator<Item = u32> {
    from_fn(move || {
        let dozen = eggs.min(12);
        eggs -= dozen;
        (dozen > 0).then_some(dozen)
    })
}

fn generators() {
    let mut boxes = dozens(30);
    println!("{}", boxes.next().expect("a first box"));
    println!("{:?}", boxes.collect::<Vec<_>>());
    let full = dozens(30).filter(|&dozen| dozen == 12).map(|dozen| dozen * 2);
    println!("{:?}", full.collect::<Vec<_>>());
}

fn queues() {
    let mut queue = VecDeque::from(["ann", "bob"]);
    queue.push_back("cid");
    if let [first, others @ ..] = &*queue.make_contiguous() {
        println!("{first} before {} others", others.len());
    }
    while let Some(next) = queue.pop_front() {
        println!("served: {next}");
    }
}

async fn fetch(flour: &str) -> String {
    format!("a sack of {flour}")
}

async fn knead() -> String {
    let sack = fetch("rye").await;
    format!("dough of {sack}")
}

fn by_hand<T>(future: impl Future<Output = T>) -> Option<T> {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

fn main() {
    functions();
    names();
    classes();
    exceptions();
    blocks();
    generators();
    queues();
    println!("{}", by_hand(knead()).expect("nothing to wait for"));
}
