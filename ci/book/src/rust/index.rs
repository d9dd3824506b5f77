//! Every item of a file, with its lines.

use super::query::ImplName;
use crate::excerpt::{Lines, Piece};
use crate::problem::Problem;
use proc_macro2::{Span, TokenStream};
use std::path::Path;
use syn::spanned::Spanned;
use syn::{ImplItem, ItemImpl, ItemMacro, ItemMod, ItemTrait, TraitItem};

/// An item, and where it stands.
pub(super) struct Item {
    /// The inline modules around it.
    pub(super) modules: Vec<String>,
    pub(super) kind: Kind,
    pub(super) piece: Piece,
}

pub(super) enum Kind {
    Use,
    /// `mod name;`
    Mod,
    /// `mod name { … }`
    Module(String),
    Impl(ImplName),
    InImpl(ImplName, String),
    InTrait(String, String),
    /// Anything else that has a name.
    Named(String),
}

impl Item {
    /// What a page may call it.
    pub(super) fn name(&self) -> String {
        let name = match &self.kind {
            Kind::Use => return "use".into(),
            Kind::Mod => return "mod".into(),
            Kind::Module(name) => return format!("mod {name}"),
            Kind::Impl(of) => return of.to_string(),
            Kind::InImpl(of, member) if of.is_inherent() => {
                format!("{}::{member}", of.type_name())
            }
            Kind::InImpl(of, member) => return format!("<{of}>::{member}"),
            Kind::InTrait(of, member) => format!("{of}::{member}"),
            Kind::Named(name) => name.clone(),
        };
        let path = self.modules.iter().cloned().chain([name]);
        path.collect::<Vec<_>>().join("::")
    }

    /// How well `Name`, `Type::method` or `module::Name` fits, 0 best.
    pub(super) fn rank_of_path(&self, path: &[String]) -> Option<usize> {
        let (own, penalty): (Vec<&str>, _) = match &self.kind {
            Kind::Named(name) | Kind::Module(name) => (vec![name], 0),
            Kind::InTrait(of, member) => (vec![of, member], 0),
            Kind::InImpl(of, member) => {
                let penalty = if of.is_inherent() { 0 } else { 1 };
                (vec![of.type_name(), member], penalty)
            }
            Kind::Use | Kind::Mod | Kind::Impl(_) => return None,
        };
        let of_modules = path.len().checked_sub(own.len())?;
        let fits =
            path[of_modules..] == own && self.modules.ends_with(&path[..of_modules]);
        // A name counts from the file's top level: the deeper, the less likely it is meant.
        fits.then(|| penalty + 2 * (self.modules.len() - of_modules))
    }
}

/// Parses a file.
pub(super) fn of(file: &Path, text: &str) -> Result<Vec<Item>, Problem> {
    let syntax = syn::parse_file(text).map_err(|error| {
        let line = error.span().start().line;
        Problem::at(file, line, format!("this is not Rust: {error}"))
    })?;
    let mut index = Index {
        source: text.lines().collect(),
        modules: Vec::new(),
        shell: Vec::new(),
        items: Vec::new(),
    };
    syntax.items.iter().for_each(|item| index.item(item));
    Ok(index.items)
}

struct Index<'a> {
    source: Vec<&'a str>,
    modules: Vec<String>,
    /// The first and last lines of the blocks that we are in.
    shell: Vec<Lines>,
    items: Vec<Item>,
}

impl Index<'_> {
    fn add(&mut self, kind: Kind, span: Span) {
        let piece =
            Piece { lines: self.with_comments(span), shell: self.shell.clone() };
        self.items.push(Item { modules: self.modules.clone(), kind, piece });
    }

    /// An item's lines, with the plain comments directly above it.
    fn with_comments(&self, span: Span) -> Lines {
        let mut start = span.start().line;
        while start > 1 && is_comment(self.source[start - 2]) {
            start -= 1;
        }
        start..=span.end().line
    }

    fn item(&mut self, item: &syn::Item) {
        use syn::Item::*;
        let name = match item {
            Use(_) => return self.add(Kind::Use, item.span()),
            Mod(module) => return self.module(module),
            Impl(block) => return self.block(block),
            Macro(call) => return self.macro_call(call),
            Trait(item) => {
                self.members_of_trait(item);
                &item.ident
            }
            Const(item) => &item.ident,
            Enum(item) => &item.ident,
            ExternCrate(item) => &item.ident,
            Fn(item) => &item.sig.ident,
            Static(item) => &item.ident,
            Struct(item) => &item.ident,
            TraitAlias(item) => &item.ident,
            Type(item) => &item.ident,
            Union(item) => &item.ident,
            _ => return,
        };
        self.add(Kind::Named(name.to_string()), item.span());
    }

    fn module(&mut self, module: &ItemMod) {
        let Some((brace, items)) = &module.content else {
            return self.add(Kind::Mod, module.span());
        };
        let name = module.ident.to_string();
        self.add(Kind::Module(name.clone()), module.span());
        self.modules.push(name);
        self.inside(module.mod_token.span(), brace.span.join(), |index| {
            items.iter().for_each(|item| index.item(item));
        });
        self.modules.pop();
    }

    fn block(&mut self, block: &ItemImpl) {
        let of = ImplName::of(block);
        self.add(Kind::Impl(of.clone()), block.span());
        self.inside(block.impl_token.span(), block.brace_token.span.join(), |index| {
            for item in &block.items {
                let member = match item {
                    ImplItem::Const(item) => &item.ident,
                    ImplItem::Fn(item) => &item.sig.ident,
                    ImplItem::Type(item) => &item.ident,
                    _ => continue,
                };
                index.add(Kind::InImpl(of.clone(), member.to_string()), item.span());
            }
        });
    }

    fn members_of_trait(&mut self, item: &ItemTrait) {
        let of = item.ident.to_string();
        self.inside(item.trait_token.span(), item.brace_token.span.join(), |index| {
            for item in &item.items {
                let member = match item {
                    TraitItem::Const(item) => &item.ident,
                    TraitItem::Fn(item) => &item.sig.ident,
                    TraitItem::Type(item) => &item.ident,
                    _ => continue,
                };
                index.add(Kind::InTrait(of.clone(), member.to_string()), item.span());
            }
        });
    }

    /// Indexes what stands between two braces. `keyword` is where the block's first line starts.
    fn inside(&mut self, keyword: Span, braces: Span, index: impl FnOnce(&mut Self)) {
        let depth = self.shell.len();
        // The opening brace may stand some lines below the keyword, after a `where`.
        self.shell.push(keyword.start().line..=braces.start().line);
        self.shell.push(braces.end().line..=braces.end().line);
        index(self);
        self.shell.truncate(depth);
    }

    /// `macro_rules! name`, or a call such as `pin_project! { struct Name … }`.
    fn macro_call(&mut self, call: &ItemMacro) {
        if let Some(name) = &call.ident {
            return self.add(Kind::Named(name.to_string()), call.span());
        }
        for name in names_in(call.mac.tokens.clone()) {
            self.add(Kind::Named(name), call.span());
        }
    }
}

/// The names that a macro's input declares.
fn names_in(tokens: TokenStream) -> Vec<String> {
    let tokens: Vec<_> = tokens.into_iter().map(|token| token.to_string()).collect();
    let declares = |word: &str| {
        ["struct", "enum", "fn", "static", "const", "type"].contains(&word)
    };
    let pairs = tokens.windows(2).filter(|pair| declares(&pair[0]));
    pairs.map(|pair| pair[1].clone()).collect()
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//") && !line.starts_with("//!")
}
