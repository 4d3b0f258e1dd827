//! Forty cases, and three requests of which none has come yet, side by side: what happens is put in order of time, then done.

use chrono::{DateTime, Duration, Utc};
use futures::future::LocalBoxFuture;

use super::actor::Stage;
use super::dice::Dice;
use super::people::Cast;
use super::plot::{Event, plot};
use super::services::{Offer, verify};
use super::story::Story;
use super::words::ALIASES;
use crate::app::App;
use crate::error::Refusal;

/// Something that happens at a time.
struct Due {
    at: DateTime<Utc>,
    what: What,
}

enum What {
    Verify(usize),
    Case(usize, Event),
}

/// Tells all of it up to `now`.
pub(super) async fn tell(
    app: &App,
    cast: &Cast,
    offers: &[Offer],
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let begin = app.clock().now();
    let mut stories: Vec<Story> = (0..ALIASES.len())
        .map(|number| Story::new(number, cast))
        .collect();
    let mut due = Vec::new();
    for number in 0..stories.len() {
        let events = plot(number, begin, now).into_iter();
        due.extend(events.map(|(at, event)| Due {
            at,
            what: What::Case(number, event),
        }));
    }
    for (number, _) in offers
        .iter()
        .enumerate()
        .filter(|(number, _)| number % 9 != 8)
    {
        // Two in nine were verified so long ago that they are stale (rule 81).
        let days = if number % 9 < 2 {
            240
        } else {
            i64::try_from(number % 150).unwrap_or(0) + 3
        };
        due.push(Due {
            at: now - Duration::days(days),
            what: What::Verify(number),
        });
    }
    due.retain(|due| due.at > begin && due.at < now);
    due.sort_by_key(|due| due.at);
    let mut stage = Stage::new(app, 2);
    for Due { at, what } in due {
        app.clock().set(at);
        match what {
            What::Verify(number) => {
                if let Some(offer) = offers.get(number) {
                    verify(&mut stage, cast, offer, 1, &mut Dice::of(2000 + number)).await?;
                }
            }
            What::Case(number, event) => {
                if let Some(story) = stories.get_mut(number) {
                    let done: LocalBoxFuture<'_, _> =
                        Box::pin(story.happens(&mut stage, cast, offers, event));
                    done.await?;
                }
            }
        }
    }
    Ok(())
}
