//! The files of the web interface, as built into the binary.

use std::borrow::Cow;
use std::collections::HashMap;

use axum::body::Bytes;
use axum::http::HeaderValue;
use rust_embed::{EmbeddedFile, RustEmbed};

/// `web/dist`. The build script makes the folder, so that the server builds
/// before the web interface does. A debug build reads it when it starts.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../web/dist"]
struct Dist;

/// The list of trusted documents among the files.
const DOCUMENTS: &str = "documents.json";
/// The page.
const PAGE: &str = "index.html";

/// One file, with what was compressed beforehand.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The file as it is.
    pub plain: Bytes,
    /// Compressed by Brotli.
    pub brotli: Option<Bytes>,
    /// Compressed by gzip.
    pub gzip: Option<Bytes>,
    /// Its media type, with `charset` for text.
    pub media: HeaderValue,
    /// Whether its name holds its hash, so that it never changes.
    pub immutable: bool,
}

/// All files by path, without a leading slash. Only what is in this table can
/// be asked for, so no path can lead out of it.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    files: HashMap<String, Asset>,
    page: Option<String>,
    documents: Option<Bytes>,
}

impl Assets {
    /// What was built into the binary.
    #[must_use]
    pub fn embedded() -> Self {
        Self::from_files(Dist::iter().filter_map(|path| {
            let EmbeddedFile { data, .. } = Dist::get(&path)?;
            let bytes = match data {
                Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                Cow::Owned(bytes) => Bytes::from(bytes),
            };
            Some((path.into_owned(), bytes))
        }))
    }

    /// A table of `files`: path and content.
    pub fn from_files(files: impl Iterator<Item = (String, Bytes)>) -> Self {
        let mut all: HashMap<String, Bytes> = files.collect();
        let documents = all.remove(DOCUMENTS);
        let page = all
            .remove(PAGE)
            .and_then(|page| String::from_utf8(page.to_vec()).ok());
        let files = all
            .iter()
            .filter(|(path, _)| is_public(path))
            .map(|(path, plain)| {
                let asset = Asset {
                    plain: plain.clone(),
                    brotli: all.get(&format!("{path}.br")).cloned(),
                    gzip: all.get(&format!("{path}.gz")).cloned(),
                    media: media(path),
                    immutable: path.starts_with("assets/"),
                };
                (path.clone(), asset)
            })
            .collect();
        Self {
            files,
            page,
            documents,
        }
    }

    /// The file at `path`.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Asset> {
        self.files.get(path)
    }

    /// The text of the page.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        self.page.as_deref()
    }

    /// The list of trusted documents.
    #[must_use]
    pub fn documents(&self) -> Option<&[u8]> {
        self.documents.as_deref()
    }
}

/// Variants are served under the name of the file itself; source maps, build
/// manifests and lists of documents are not for the browser.
fn is_public(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    let private =
        [".br", ".gz", ".map"].iter().any(|end| path.ends_with(end)) || path.starts_with(DOCUMENTS);
    !hidden && !private && !path.starts_with(PAGE)
}

fn media(path: &str) -> HeaderValue {
    let media = mime_guess::from_path(path).first_or_octet_stream();
    let text = media.type_() == mime_guess::mime::TEXT
        || matches!(media.subtype().as_str(), "javascript" | "json" | "manifest");
    let value = if text && media.get_param("charset").is_none() {
        format!("{media}; charset=utf-8")
    } else {
        media.to_string()
    };
    HeaderValue::from_str(&value).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}
