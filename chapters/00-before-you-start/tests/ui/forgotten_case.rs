enum Weather {
    Sun,
    Rain,
    Snow,
}

fn advice(weather: Weather) -> &'static str {
    match weather {
        Weather::Sun => "no coat",
        Weather::Rain => "a coat",
    }
}

fn main() {
    println!("{}", advice(Weather::Snow));
}
