//! What a page calls an item.

use super::index::{Item, Kind};
use crate::problem::Problem;
use proc_macro2::{TokenStream, TokenTree};
use syn::ItemImpl;

/// One name in a `{{#listing}}`.
pub(super) enum Query {
    /// `//!`: the comment at the top.
    Header,
    /// `use`: every `use`.
    Uses,
    /// `mod`: every `mod name;`.
    Mods,
    /// `mod tests`: a module with its body.
    Module(String),
    /// `impl Trait for Type`, whole.
    Impl(ImplName),
    /// `<impl Trait for Type>::method`.
    InImpl(ImplName, String),
    /// `Name`, `Type::method`, `Trait::method`, `module::Name`.
    Path(Vec<String>),
}

impl Query {
    pub(super) fn parse(name: &str) -> Result<Self, Problem> {
        Ok(match name {
            "//!" => Query::Header,
            "use" => Query::Uses,
            "mod" => Query::Mods,
            _ if name.starts_with("mod ") => Query::Module(name[4..].trim().into()),
            _ if name.starts_with("impl") && name[4..].starts_with([' ', '<']) => {
                Query::Impl(ImplName::parse(name)?)
            }
            _ => match name.strip_prefix('<').and_then(|n| n.rsplit_once(">::")) {
                Some((of, member)) => {
                    Query::InImpl(ImplName::parse(of)?, member.into())
                }
                None => {
                    let name = name.trim_end_matches('!');
                    Query::Path(name.split("::").map(str::to_string).collect())
                }
            },
        })
    }

    /// How well an item fits, 0 best. `None` if it is not what was asked for.
    pub(super) fn rank(&self, item: &Item) -> Option<usize> {
        match (self, &item.kind) {
            (Query::Uses, Kind::Use) | (Query::Mods, Kind::Mod) => {
                item.modules.is_empty().then_some(0)
            }
            (Query::Module(name), Kind::Module(module)) => {
                (name == module).then_some(0)
            }
            (Query::Impl(name), Kind::Impl(of)) => name.rank(of),
            (Query::InImpl(name, member), Kind::InImpl(of, m)) if member == m => {
                name.rank(of)
            }
            (Query::Path(path), _) => item.rank_of_path(path),
            _ => None,
        }
    }
}

/// `Trait for Type`, or `Type` alone.
#[derive(Clone, Debug)]
pub(super) struct ImplName {
    of_trait: Option<Name>,
    of_type: Name,
}

impl ImplName {
    fn parse(text: &str) -> Result<Self, Problem> {
        let item: ItemImpl = syn::parse_str(&format!("{text} {{}}")).map_err(|_| {
            Problem::new(format!("`{text}` is not the beginning of an impl"))
        })?;
        Ok(ImplName::of(&item))
    }

    pub(super) fn of(item: &ItemImpl) -> Self {
        ImplName {
            of_trait: item.trait_.as_ref().map(|(_, path, _)| Name::of(path)),
            of_type: Name::of(&item.self_ty),
        }
    }

    pub(super) fn is_inherent(&self) -> bool {
        self.of_trait.is_none()
    }

    /// The type's last word: `Countdown`.
    pub(super) fn type_name(&self) -> &str {
        &self.of_type.last
    }

    fn rank(&self, item: &ImplName) -> Option<usize> {
        let of_type = self.of_type.rank(&item.of_type)?;
        match (&self.of_trait, &item.of_trait) {
            (None, None) => Some(of_type),
            (Some(wanted), Some(found)) => Some(of_type + wanted.rank(found)?),
            _ => None,
        }
    }
}

impl std::fmt::Display for ImplName {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match &self.of_trait {
            Some(of_trait) => {
                write!(f, "impl {} for {}", of_trait.whole, self.of_type.whole)
            }
            None => write!(f, "impl {}", self.of_type.whole),
        }
    }
}

/// A type or a trait as it stands in the source, and shorter forms of it.
#[derive(Clone, Debug)]
struct Name {
    /// `fmt::Display`, `Resumes<G>`
    whole: String,
    /// Without generics: `fmt::Display`, `Resumes`.
    bare: String,
    /// Without the path to it, too: `Display`, `Resumes`.
    last: String,
}

impl Name {
    fn of(syntax: &impl quote::ToTokens) -> Self {
        let tokens = syntax.to_token_stream();
        let bare = without_generics(tokens.clone());
        Name {
            whole: tidy(&tokens.to_string()),
            last: bare.rsplit("::").next().unwrap_or("").to_string(),
            bare,
        }
    }

    fn rank(&self, found: &Name) -> Option<usize> {
        if self.whole == found.whole {
            Some(0)
        } else if self.whole == found.bare {
            Some(1)
        } else {
            (self.whole == found.last).then_some(2)
        }
    }
}

/// Tokens as people write them: no space but between words and after a comma.
fn tidy(tokens: &str) -> String {
    let mut text = String::new();
    for part in tokens.split(' ') {
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
        let apart = text.ends_with(word) && part.starts_with(word)
            || text.ends_with([',', '+']);
        if apart || part.starts_with('+') && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(part);
    }
    text
}

fn without_generics(tokens: TokenStream) -> String {
    let is =
        |token: &TokenTree, c| matches!(token, TokenTree::Punct(p) if p.as_char() == c);
    let mut depth = 0;
    let mut text = String::new();
    let mut after_dash = false;
    for token in tokens {
        if is(&token, '<') {
            depth += 1;
        } else if is(&token, '>') && depth > 0 && !after_dash {
            depth -= 1;
        } else if depth == 0 {
            text += &format!("{token} ");
        }
        after_dash = is(&token, '-');
    }
    tidy(text.trim())
}
