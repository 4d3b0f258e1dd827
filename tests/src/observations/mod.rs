//! What was observed, screening done elsewhere, reports made and the trafficking type
//! (rules 1 to 8).

mod beside;
mod beside_corrected;
mod correct;
mod evidence;
mod known;
mod many;
mod notes;
mod record;
mod silence;
mod waiting;
mod wall;
