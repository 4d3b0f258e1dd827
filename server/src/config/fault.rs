//! What is wrong with a setting.

/// A setting that is wrong, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{setting}: {wrong}. {mend}")]
pub struct ConfigFault {
    /// The option, as a flag.
    pub setting: String,
    /// What is wrong with it; never the value of a secret.
    pub wrong: String,
    /// What to do.
    pub mend: String,
}

impl ConfigFault {
    /// A fault of `setting`.
    pub fn new(setting: &str, wrong: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            setting: setting.to_owned(),
            wrong: wrong.into(),
            mend: mend.into(),
        }
    }
}
