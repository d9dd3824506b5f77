// Check it: cargo test -p ex00-before-you-start traffic_light

//! A traffic light that counts the cars it has let through. It has the
//! shape of everything in chapter 01: an enum says where it stands, and
//! a method goes on from there.

/// Where the light stands. Green knows how many cars may still go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Nobody may go.
    Red,
    /// So many cars may go.
    Green {
        /// How many are left.
        cars: u32,
    },
    /// Nobody else may go.
    Yellow,
}

impl Light {
    /// Goes on to what comes next. Red turns green for two cars. Green
    /// counts down, and turns yellow when its last car has gone. Yellow
    /// turns red.
    pub fn next(&mut self) {
        *self = match *self {
            Light::Red => Light::Green { cars: 2 },
            Light::Green { cars: 0 | 1 } => {
                todo!("what follows when the last car goes")
            }
            Light::Green { cars } => {
                todo!("what follows when one of several cars goes")
            }
            Light::Yellow => {
                todo!("what follows yellow")
            }
        };
    }
}
