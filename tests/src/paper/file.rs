//! The file: tagged, with its language, its fonts inside, and a name that says nothing.

use serde_json::json;

use super::print::{Pdf, fetch, make, preview, printed};
use crate::both;
use crate::plans::Desk;
use crate::world::text;

fn check_tagged(pdf: &Pdf) {
    let catalog = pdf.catalog();
    assert_eq!(pdf.entry(catalog, "Lang").as_str().unwrap(), b"en");
    let marks = pdf.entry(catalog, "MarkInfo").as_dict().unwrap();
    assert!(pdf.entry(marks, "Marked").as_bool().unwrap());
    assert!(pdf.entry(catalog, "StructTreeRoot").as_dict().is_ok());
    let structure = pdf.structure();
    for kind in [
        "Document",
        "H1",
        "H2",
        "H3",
        "P",
        "BlockQuote",
        "L",
        "LI",
        "LBody",
    ] {
        assert!(
            structure.iter().any(|one| one == kind),
            "{kind} of {structure:?}"
        );
    }
    // Each font is inside.
    let descriptors = pdf
        .dictionaries()
        .filter(|one| one.has_type(b"FontDescriptor"));
    let embedded: Vec<_> = descriptors.map(|one| one.has(b"FontFile2")).collect();
    assert!(!embedded.is_empty() && embedded.iter().all(|inside| *inside));
    // PDF/UA-1 says so of itself.
    let file = String::from_utf8_lossy(&pdf.bytes);
    assert!(file.contains("pdfuaid:part"));
}

both! {
    async fn a_copy_is_tagged_has_its_fonts_and_flows_over_pages(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        for n in 0..40 {
            let what = format!("Step {n}: ask at the stable, and say that the afternoons are better than the mornings.");
            desk.step(&goal, json!({ "text": what, "ownerName": "Aunt Linden" })).await.done();
        }
        let pdf = printed(&desk, "YOUTH").await;
        check_tagged(&pdf);
        assert!(pdf.pages() > 2);
        let text = pdf.text();
        assert!(text.contains("I want to draw again."), "{text}");
        assert!(text.contains("Step 39: ask at the stable, and say that the afternoons are better than the mornings."), "{text}");
        assert!(text.contains(&format!("1 / {}", pdf.pages())) && text.contains("Copy 1"));
    }

    async fn rule_123_the_files_name_and_its_properties_say_nothing(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
        for (n, audience) in [(1, "YOUTH"), (2, "TEAM")] {
            let shown = preview(world, who, case, audience).await;
            let made = make(world, who, case, &shown).await;
            let copy = &made.done()["copy"];
            assert_eq!(copy["fileName"], format!("notes-{n}.pdf"));
            let response = fetch(world, Some(who), &text(&copy["id"])).await;
            let header = |name| response.headers()[name].to_str().unwrap().to_owned();
            assert_eq!(header("content-disposition"), format!("attachment; filename=\"notes-{n}.pdf\""));
            assert_eq!(header("content-type"), "application/pdf");
            assert_eq!(header("cache-control"), "no-store");
            assert_eq!(header("x-content-type-options"), "nosniff");
            let pdf = Pdf::read(&response.bytes().await.unwrap());
            let file = String::from_utf8_lossy(&pdf.bytes).to_lowercase();
            for word in ["trellis", "meadow", "willow", "traffick", "recovery"] {
                assert!(!file.contains(word), "{word}");
            }
            // The working alias is for the team alone.
            assert_eq!(file.contains("river"), audience == "TEAM");
            assert!(file.contains("notes"));
        }
    }

    async fn what_the_fonts_do_not_have_is_said_before_and_marked_on_paper(world) {
        let desk = Desk::new(world).await;
        desk.words("Mañana, Łódź, ǫ́ 🐎 and 馬\tagain\u{200d}.").await.done();
        let shown = preview(&desk.world, &desk.team.specialist, &desk.team.case, "YOUTH").await;
        assert_eq!(shown["unprintable"], json!(["🐎", "馬"]));
        let text = printed(&desk, "YOUTH").await.text();
        assert!(text.contains("Mañana, Łódź,") && text.contains("\u{fffd} and \u{fffd} again."), "{text}");
    }
}
