//! The safety plan, plain and unlabelled (rule 68): no name, no number, no title that says
//! what it is, each heading as she would say it.

use crate::paper::{BlockKind, Part, Sheet};
use crate::plans::copies::words::Words;
use crate::plans::support::{SafePerson, Safety, SafetySection};

/// The sheet, in the order of the rule.
pub(super) fn sheet(safety: Safety, words: Words) -> Sheet {
    let Safety {
        mut sections,
        safe_people,
    } = safety;
    let mut parts = Vec::new();
    for section in SafetySection::ALL {
        let mut part = Part::new(words.say("safety", section.code()));
        for line in sections.remove(section).unwrap_or_default() {
            part.push(BlockKind::Point, line, None);
        }
        parts.push(part);
        if *section == SafetySection::CopingStrategies {
            parts.push(people(&safe_people, words));
        }
    }
    Sheet {
        language: words.0.code().to_owned(),
        name: words.say("sheet", "name").to_owned(),
        title: None,
        notice: None,
        foot: None,
        large: true,
        parts,
    }
}

fn people(people: &[SafePerson], words: Words) -> Part {
    let mut part = Part::new(words.say("safety", "safe_people"));
    for person in people {
        part.push(BlockKind::Point, &person.name, person.reach.clone());
    }
    part
}
