//! A folder as one ZIP archive. What an archive says of itself is not believed: what comes out
//! of it is counted while it does.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read};
use std::path::Path;

use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::read::is_read;

/// Files in an archive at most.
const FILES: usize = 10_000;
/// Bytes that come out of an archive at most.
const BYTES: u64 = 4 << 30;

/// Whether a path names an archive.
pub(super) fn is_one(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("zip"))
}

/// The files of the archive at `path` that may be read, in a folder that goes with the value;
/// none where it is no archive.
pub(super) fn unpacked(path: &Path) -> io::Result<Option<TempDir>> {
    if path.is_dir() || !is_one(path) {
        return Ok(None);
    }
    unpack(path, FILES, BYTES).map(Some)
}

fn unpack(path: &Path, files: usize, bytes: u64) -> io::Result<TempDir> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?))?;
    if archive.len() > files {
        return Err(io::Error::other("too many files in the archive"));
    }
    let folder = tempfile::tempdir()?;
    let mut left = bytes;
    for at in 0..archive.len() {
        let entry = archive.by_index(at)?;
        // A name that leads out of the folder is nobody's honest name.
        let Some(name) = entry.enclosed_name() else {
            return Err(io::Error::other("a file of the archive lies outside of it"));
        };
        if !entry.is_file() || !is_read(&name.to_string_lossy()) {
            continue;
        }
        let to = folder.path().join(&name);
        if let Some(within) = to.parent() {
            std::fs::create_dir_all(within)?;
        }
        // One byte more than there may be shows that there is more.
        let mut part = entry.take(left + 1);
        let written = io::copy(&mut part, &mut BufWriter::new(File::create(to)?))?;
        left = left
            .checked_sub(written)
            .ok_or_else(|| io::Error::other("the archive holds too much"))?;
    }
    Ok(folder)
}

/// Packs the files of `folder` into an archive at `path`.
pub(super) fn pack(folder: &Path, path: &Path) -> io::Result<()> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        names.push(entry?.file_name());
    }
    // The same directory makes the same archive.
    names.sort();
    let mut archive = ZipWriter::new(BufWriter::new(File::create(path)?));
    for name in names {
        let options = SimpleFileOptions::default().large_file(true);
        archive.start_file(name.to_string_lossy(), options)?;
        io::copy(&mut File::open(folder.join(&name))?, &mut archive)?;
    }
    archive
        .finish()?
        .into_inner()
        .map_err(io::IntoInnerError::into_error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn archive(files: &[(&str, &[u8])]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        let file = File::create(folder.path().join("all.zip")).unwrap();
        let mut archive = ZipWriter::new(file);
        for (name, bytes) in files {
            archive
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap();
        folder
    }

    #[test]
    fn rule_078_an_archive_gives_its_tables_and_nothing_else() {
        let folder = archive(&[("in/services.csv", b"id\n"), ("run.sh", b"true")]);
        let out = unpack(&folder.path().join("all.zip"), 2, 100).unwrap();
        assert!(out.path().join("in/services.csv").is_file());
        assert!(!out.path().join("run.sh").exists());
    }

    #[test]
    fn an_archive_that_swells_or_leads_outside_is_refused() {
        let zeros = vec![b'0'; 100_000];
        let folder = archive(&[("services.csv", &zeros)]);
        let path = folder.path().join("all.zip");
        assert!(
            path.metadata().unwrap().len() < 1000,
            "it is small on the disk"
        );
        assert!(unpack(&path, 10, 99_999).is_err());
        assert!(unpack(&path, 10, 100_000).is_ok());
        assert!(unpack(&path, 0, 100_000).is_err());
        let folder = archive(&[("../services.csv", b"id\n")]);
        assert!(unpack(&folder.path().join("all.zip"), 10, 100).is_err());
    }
}
