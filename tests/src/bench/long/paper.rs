//! A plan of many pages, put on paper: shown, made, fetched.

use std::time::Instant;

use lopdf::Document;
use serde_json::{Value, json};

use super::Times;
use super::desk::Desk;

const TIMES: usize = 10;
const SHOWN: &str = "query($id: ID!) { case(id: $id) { planCopyPreview(audience: TEAM) { language contentHash } } }";

/// How many pages it has, and how long one takes from the press to the file.
pub async fn measure(desk: &mut Desk, case: &str) -> (usize, Times) {
    let seen = desk.ask(SHOWN, &json!({ "id": case })).await["case"]["planCopyPreview"].take();
    let (mut pages, mut times) = (0, Vec::with_capacity(TIMES));
    // The first one warms the fonts, and is not counted.
    for round in 0..=TIMES {
        let begun = Instant::now();
        let file = one(desk, case, &seen).await;
        if round > 0 {
            times.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        pages = Document::load_mem(&file).unwrap().get_pages().len();
    }
    (pages, Times::of(times))
}

async fn one(desk: &mut Desk, case: &str, seen: &Value) -> Vec<u8> {
    let input = json!({
        "case": case, "audience": "TEAM", "language": seen["language"], "contentHash": seen["contentHash"],
    });
    let made = desk.act("planCopyMake", "copy { id }", input).await;
    desk.file("/papers", &json!({ "copy": made["copy"]["id"] }))
        .await
}
