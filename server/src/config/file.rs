//! The settings file: its values become the defaults of the options.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::Command;
use clap::builder::OsStr;

use super::ConfigFault;

/// The command with the file's values as defaults, when a file is named by `--config`
/// or by `TRELLIS_CONFIG`.
pub fn with_file(
    command: Command,
    args: &[OsString],
    variable: Option<OsString>,
) -> Result<Command, ConfigFault> {
    match named(args).or_else(|| variable.map(PathBuf::from)) {
        None => Ok(command),
        Some(path) => apply(command, &path),
    }
}

/// The file must be known before the command line can be parsed as a whole.
fn named(args: &[OsString]) -> Option<PathBuf> {
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let text = arg.to_string_lossy();
        if text == "--config" {
            return args.next().map(PathBuf::from);
        }
        if let Some(path) = text.strip_prefix("--config=") {
            return Some(PathBuf::from(path));
        }
    }
    None
}

fn apply(mut command: Command, path: &Path) -> Result<Command, ConfigFault> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        ConfigFault::new(
            "--config",
            format!("{} cannot be read: {error}", path.display()),
            "Name a file that this user can read",
        )
    })?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        ConfigFault::new(
            "--config",
            format!("{} is not TOML: {}", path.display(), error.message()),
            "Write `key = \"value\"` lines",
        )
    })?;
    for (key, value) in table {
        let value = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(flag) => flag.to_string(),
            _ => return Err(wrong(&key, "is neither text, number nor true or false")),
        };
        let Some(id) = command
            .get_arguments()
            .find(|arg| arg.get_long() == Some(&key))
            .map(|arg| arg.get_id().clone())
        else {
            return Err(wrong(&key, "is no option of this program"));
        };
        command = command.mut_arg(id, |arg| arg.default_value(OsStr::from(value)));
    }
    Ok(command)
}

fn wrong(key: &str, what: &str) -> ConfigFault {
    ConfigFault::new(
        &format!("`{key}` in the settings file"),
        what,
        "`trellis --help` lists every option; its long name is the key",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Arg;

    fn command() -> Command {
        Command::new("t").arg(Arg::new("listen").long("listen").default_value("a"))
    }

    fn parse(file: &str, args: &[&str]) -> Result<String, ConfigFault> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.toml");
        std::fs::write(&path, file).unwrap();
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let command = with_file(command(), &args, Some(path.into()))?;
        Ok(command
            .get_matches_from(args)
            .get_one::<String>("listen")
            .unwrap()
            .clone())
    }

    #[test]
    fn the_file_outweighs_the_default_and_a_flag_the_file() {
        assert_eq!(parse("", &["t"]).unwrap(), "a");
        assert_eq!(parse("listen = \"b\"", &["t"]).unwrap(), "b");
        assert_eq!(
            parse("listen = \"b\"", &["t", "--listen", "c"]).unwrap(),
            "c"
        );
    }

    #[test]
    fn a_key_that_is_no_option_is_named_with_its_fix() {
        let fault = parse("lisen = \"b\"", &["t"]).unwrap_err();
        assert!(fault.to_string().contains("`lisen`"));
        assert!(fault.to_string().contains("trellis --help"));
    }
}
