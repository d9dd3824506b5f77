/// A page, how many milliseconds it takes, and its text. A word that begins with `/` is a
/// link.
pub(crate) const SITE: [(&str, u64, &str); 8] = [
    ("GET /start", 50, "three paths: /river /wood /cave"),
    ("GET /river", 100, "upstream lies the /lake and back there is /start"),
    ("GET /wood", 250, "it smells of a /fire and of /moss"),
    ("GET /cave", 9_999, "nobody has ever come back"),
    ("GET /lake", 250, "to the /wood one crosses the /bridge"),
    ("GET /fire", 150, "somebody is telling stories"),
    ("GET /moss", 300, "soft"),
    ("GET /stars", 50, "nobody has linked to them"),
];
