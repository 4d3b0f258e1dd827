//! A file that is made once per build of the tests and shared by all their processes.

use std::{
    fs::{self, File},
    future::Future,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// The path of the template `name`, made by `make` when this build of the tests has none yet.
///
/// Test runners start many processes at once: one makes it under a file lock, the others wait.
pub async fn path<F, Made>(name: &str, make: F) -> PathBuf
where
    F: FnOnce(PathBuf) -> Made,
    Made: Future<Output = ()>,
{
    let folder = folder();
    let path = folder.join(name);
    if path.exists() {
        return path;
    }
    let lock = File::create(folder.join(format!("{name}.lock"))).unwrap();
    lock.lock().unwrap();
    if !path.exists() {
        let unfinished = folder.join(format!("{name}.unfinished"));
        // A process that was killed here has left half a template.
        if unfinished.exists() {
            fs::remove_file(&unfinished).unwrap();
        }
        make(unfinished.clone()).await;
        fs::rename(&unfinished, &path).unwrap();
    }
    path
}

/// A folder named by this build: the program's path and time change whenever a migration does.
fn folder() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let built = fs::metadata(&program).unwrap().modified().unwrap();
    let stamp = built.duration_since(UNIX_EPOCH).unwrap().as_nanos();
    let name = program.file_name().unwrap().to_string_lossy().into_owned();
    let all = program.parent().unwrap().join("test-templates");
    let folder = all.join(format!("{name}-{stamp}"));
    if !folder.exists() {
        remove_older(&all, &name);
        fs::create_dir_all(&folder).unwrap();
    }
    folder
}

/// Earlier builds of the same program never come back. Another process may be removing them too.
fn remove_older(all: &Path, name: &str) {
    let Ok(entries) = fs::read_dir(all) else {
        return;
    };
    for entry in entries.flatten() {
        let belongs = entry.file_name().to_string_lossy().starts_with(name);
        let day_old = entry
            .metadata()
            .and_then(|m| m.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age.as_secs() > 86_400));
        if belongs
            && day_old
            && let Err(why) = fs::remove_dir_all(entry.path())
        {
            eprintln!("an old template could not be removed: {why}");
        }
    }
}
