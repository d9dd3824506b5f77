/// Something that a reader can change.
pub struct Input {
    /// What the program calls it.
    pub name: &'static str,
    /// What the reader calls it.
    pub label: &'static str,
    /// What it can be.
    pub kind: Kind,
}

/// What an input can be.
pub enum Kind {
    /// One of these; the recorded run had the first.
    Choice(&'static [&'static str]),
    /// A number.
    Number {
        /// At least this.
        least: usize,
        /// At most this.
        most: usize,
        /// What it was in the recorded run.
        recorded: usize,
    },
}

impl Input {
    pub(crate) const fn number(
        name: &'static str,
        label: &'static str,
        least: usize,
        most: usize,
        recorded: usize,
    ) -> Self {
        Input { name, label, kind: Kind::Number { least, most, recorded } }
    }

    pub(crate) const fn choice(
        name: &'static str,
        label: &'static str,
        choices: &'static [&'static str],
    ) -> Self {
        Input { name, label, kind: Kind::Choice(choices) }
    }
}

/// What the reader chose: `name=value`, joined by `&`. What is missing or impossible is as in the recorded run.
pub struct Inputs<'a> {
    known: &'static [Input],
    given: &'a str,
}

impl<'a> Inputs<'a> {
    pub(crate) fn new(known: &'static [Input], given: &'a str) -> Self {
        Inputs { known, given }
    }

    fn find(&self, name: &str) -> (&'static Kind, &'a str) {
        let known = self.known.iter().find(|input| input.name == name);
        let known =
            known.unwrap_or_else(|| panic!("the laboratory has no input `{name}`"));
        let given = self.given.split('&').filter_map(|pair| pair.split_once('='));
        let value = given.into_iter().find(|(key, _)| *key == name);
        (&known.kind, value.map_or("", |(_, value)| value))
    }

    /// The value of a number.
    pub fn number(&self, name: &str) -> usize {
        match self.find(name) {
            (Kind::Number { least, most, recorded }, value) => {
                value.parse().unwrap_or(*recorded).clamp(*least, *most)
            }
            _ => panic!("`{name}` is no number"),
        }
    }

    /// The value of a choice.
    pub fn choice(&self, name: &str) -> &'static str {
        match self.find(name) {
            (Kind::Choice(choices), value) => {
                choices.iter().find(|choice| **choice == value).unwrap_or(&choices[0])
            }
            _ => panic!("`{name}` is no choice"),
        }
    }
}
