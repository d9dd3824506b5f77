//! By hand: a struct that borrows from itself.

struct Reader<'page> {
    page: String,
    bookmark: &'page str,
}

impl<'page> Reader<'page> {
    fn open(page: String) -> Self {
        let bookmark = &page[7..];
        Reader { page, bookmark }
    }
}

fn main() {}
