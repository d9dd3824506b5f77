use evidence::assert_lines;
use ex00_before_you_start::traffic_light::Light;

/// The lights that follow, a line each.
fn followed_by(mut light: Light, count: usize) -> String {
    let mut lines = String::new();
    for _ in 0..count {
        light.next();
        lines += &format!("{light:?}\n");
    }
    lines
}

#[test]
fn goes_round() {
    assert_lines(
        "red is followed by green for two cars, for one car, then yellow, then red",
        &followed_by(Light::Red, 4),
        "Green { cars: 2 }\nGreen { cars: 1 }\nYellow\nRed",
    );
}

#[test]
fn lets_any_number_of_cars_through() {
    assert_lines(
        "green for four cars lets one go at each step, and turns yellow after the last",
        &followed_by(Light::Green { cars: 4 }, 4),
        "Green { cars: 3 }\nGreen { cars: 2 }\nGreen { cars: 1 }\nYellow",
    );
}
