//! Finds GraphQL fields that name no policy.
//!
//! Every method of an `#[Object]` and every field of a `SimpleObject` must carry
//! `directive = policy::apply(Class::…)`. What has no class has no place in the schema,
//! and a reviewer sees the class in `schema.graphql`. The macros `outcome!` and
//! `connection!` write it for what they make.

use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// The fields below `source` that name no policy, as `file: Type.field`.
pub fn missing(source: &Path) -> Vec<String> {
    let mut found = Vec::new();
    walk(source, &mut found);
    found
}

fn walk(folder: &Path, found: &mut Vec<String>) {
    let mut entries: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap_or_default();
            // What does not parse is the compiler's to report.
            if let Ok(file) = syn::parse_file(&text) {
                Fields { path: &path, found }.visit_file(&file);
            }
        }
    }
}

struct Fields<'f> {
    path: &'f Path,
    found: &'f mut Vec<String>,
}

impl Fields<'_> {
    fn missing(&mut self, owner: &str, field: &str) {
        self.found
            .push(format!("{}: {owner}.{field}", self.path.display()));
    }
}

impl<'ast> Visit<'ast> for Fields<'_> {
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        // Schemas that tests make for themselves are not served.
        if !module
            .attrs
            .iter()
            .any(|attr| text(attr).contains("cfg (test)") || text(attr).contains("cfg(test)"))
        {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let object = item.attrs.iter().any(|attr| {
            attr.path()
                .segments
                .last()
                .is_some_and(|name| name.ident == "Object" || name.ident == "ComplexObject")
        });
        if object {
            let owner = type_name(&item.self_ty);
            for member in &item.items {
                if let syn::ImplItem::Fn(method) = member
                    && !skipped(&method.attrs)
                    && !named(&method.attrs)
                {
                    self.missing(&owner, &method.sig.ident.to_string());
                }
            }
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        if item
            .attrs
            .iter()
            .any(|attr| attr.path().is_ident("derive") && text(attr).contains("SimpleObject"))
        {
            for field in &item.fields {
                if !skipped(&field.attrs) && !named(&field.attrs) {
                    let name = field
                        .ident
                        .as_ref()
                        .map(ToString::to_string)
                        .unwrap_or_default();
                    self.missing(&item.ident.to_string(), &name);
                }
            }
        }
        visit::visit_item_struct(self, item);
    }
}

fn type_name(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|name| name.ident.to_string())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

fn text(attr: &syn::Attribute) -> String {
    match &attr.meta {
        syn::Meta::List(list) => format!(
            "{}({})",
            list.path
                .segments
                .last()
                .map(|s| s.ident.to_string())
                .unwrap_or_default(),
            list.tokens
        ),
        _ => String::new(),
    }
}

fn named(attrs: &[syn::Attribute]) -> bool {
    attrs
        .iter()
        .any(|attr| attr.path().is_ident("graphql") && text(attr).contains("policy :: apply"))
}

fn skipped(attrs: &[syn::Attribute]) -> bool {
    attrs.iter().any(|attr| {
        attr.path().is_ident("graphql") && text(attr).replace(' ', "") == "graphql(skip)"
    })
}
