//! The server's source, for what can only be seen there.

use std::path::{Path, PathBuf};

/// Each file of the server but its own tests, by its path, as code: without comments and
/// without modules of tests at its end.
pub fn files() -> Vec<(String, String)> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../server/src"));
    let mut files = Vec::new();
    gather(&root, &root, &mut files);
    assert!(files.len() > 100, "the source is not where it was");
    files.sort();
    files
}

fn gather(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        if path.is_dir() {
            gather(root, &path, files);
        } else if name.ends_with(".rs") && !name.ends_with("tests.rs") && !name.contains("trials/")
        {
            let text = std::fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            let lines = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            files.push((name, lines.collect::<Vec<_>>().join("\n")));
        }
    }
}

/// The lines of a reviewed list, without its head.
pub fn listed(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}
