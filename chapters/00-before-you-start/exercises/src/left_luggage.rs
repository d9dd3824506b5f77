// Check it: cargo test -p ex00-before-you-start left_luggage

//! A locker at a station holds one suitcase, or none. In Python a locker
//! would hand out its suitcase as often as it is asked. In Rust there is
//! one suitcase, and it has one owner.

/// Something to leave at the station. It cannot be copied.
#[derive(Debug, PartialEq, Eq)]
pub struct Suitcase {
    /// Who comes back for it.
    pub owner: String,
}

/// Room for one suitcase.
#[derive(Debug, Default)]
pub struct Locker {
    inside: Option<Suitcase>,
}

impl Locker {
    /// Puts a suitcase in. If there is one already, the new one is given
    /// back as the error.
    pub fn leave(&mut self, suitcase: Suitcase) -> Result<(), Suitcase> {
        todo!("is there room? If so, it moves in. If not, it moves back")
    }

    /// Takes the suitcase out, if there is one. Afterwards there is none.
    pub fn fetch(&mut self) -> Option<Suitcase> {
        todo!("hand out what is inside, and leave `None` behind")
    }
}
