//! What a panic leaves in the log.

use std::panic;

/// Makes panics log their place and nothing else: the message of a panic often
/// quotes the value it tripped over.
pub fn log_place_only() {
    panic::set_hook(Box::new(|info| {
        let (file, line) = info
            .location()
            .map_or(("?", 0), |location| (location.file(), location.line()));
        tracing::error!(file, line, "panic");
    }));
}
