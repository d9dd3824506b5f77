//! A cloakroom, for learning to read Rust.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::num::ParseIntError;
use std::rc::Rc;

/// Something to hand in.
struct Coat {
    owner: String,
    wet: bool,
}

impl Coat {
    fn new(owner: &str) -> Coat {
        Coat { owner: owner.to_string(), wet: false }
    }

    fn rain(&mut self) {
        self.wet = true;
    }

    fn describe(&self) -> String {
        let state = match self.wet {
            true => "wet",
            false => "dry",
        };
        format!("{}'s {state} coat", self.owner)
    }
}

fn structs() {
    let mut coat = Coat::new("ann");
    println!("{}", coat.describe());
    coat.rain();
    println!("{}", coat.describe());
}

enum Weather {
    Sun,
    Rain { millimetres: u32 },
}

fn advice(weather: &Weather) -> String {
    match weather {
        Weather::Sun => "no coat".to_string(),
        Weather::Rain { millimetres: 0..=2 } => "a coat".to_string(),
        Weather::Rain { millimetres } => format!("a boat, for {millimetres} mm"),
    }
}

fn enums() {
    for weather in [Weather::Sun, Weather::Rain { millimetres: 40 }] {
        println!("take {}", advice(&weather));
    }
}

/// Coats on hooks, and the number of the next ticket.
struct Cloakroom {
    hooks: BTreeMap<u32, Coat>,
    next: u32,
}

impl Cloakroom {
    fn new() -> Cloakroom {
        Cloakroom { hooks: BTreeMap::new(), next: 1 }
    }

    fn hand_in(&mut self, coat: Coat) -> u32 {
        let ticket = self.next;
        self.hooks.insert(ticket, coat);
        self.next += 1;
        ticket
    }

    fn fetch(&mut self, ticket: u32) -> Option<Coat> {
        self.hooks.remove(&ticket)
    }
}

fn options(room: &mut Cloakroom) {
    let ticket = room.hand_in(Coat::new("bob"));
    for _ in 0..2 {
        let found = match room.fetch(ticket) {
            Some(coat) => coat.describe(),
            None => "nothing".to_string(),
        };
        println!("on hook {ticket}: {found}");
    }
    let Some(coat) = room.fetch(7) else {
        println!("nobody has used hook 7");
        return;
    };
    println!("whose is {}?", coat.describe());
}

/// Reads a ticket such as "No 12".
fn ticket(text: &str) -> Result<u32, ParseIntError> {
    let digits = text.replace("No ", "");
    let number = digits.parse()?;
    Ok(number)
}

fn results() {
    for text in ["No 12", "No idea"] {
        let answer = match ticket(text) {
            Ok(number) => format!("hook {number}"),
            Err(_) => "not a ticket".to_string(),
        };
        println!("{text}: {answer}");
    }
}

/// Is unlocked as long as it lives.
struct Door;

impl Door {
    fn unlock() -> Door {
        println!("the door is unlocked");
        Door
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        println!("the door is locked");
    }
}

fn drops() {
    let _door = Door::unlock();
    println!("guests come in");
}

trait Garment {
    fn label(&self) -> String;
}

struct Hat;

impl Garment for Coat {
    fn label(&self) -> String {
        self.describe()
    }
}

impl Garment for Hat {
    fn label(&self) -> String {
        "a hat".to_string()
    }
}

fn traits() {
    let (coat, hat) = (Coat::new("cid"), Hat);
    let rack: Vec<Box<dyn Garment>> = vec![Box::new(coat), Box::new(hat)];
    for garment in &rack {
        println!("on the rack: {}", garment.label());
    }
}

fn sharing() {
    let book = Rc::new(RefCell::new(Vec::new()));
    let porters = Rc::clone(&book);
    porters.borrow_mut().push("rain at nine");
    println!("in the book: {}", book.borrow()[0]);
}

fn twice(mut action: impl FnMut()) {
    action();
    action();
}

fn closures() {
    let mut tips = 0;
    twice(|| tips += 2);
    let labels: Vec<String> = (1..=3).map(|number| format!("No {number}")).collect();
    println!("tips: {tips}; tickets: {}", labels.join(", "));
}

fn main() {
    structs();
    enums();
    options(&mut Cloakroom::new());
    results();
    drops();
    traits();
    sharing();
    closures();
}
