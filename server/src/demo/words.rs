//! Words of the demonstration. All of it is invented: names are plants, birds and
//! weather, places lie in Example County, telephones are 555-01xx.

/// Working aliases, one a request: three of them wait without a case.
pub(super) const ALIASES: [&str; 43] = [
    "River",
    "Comet",
    "Clover",
    "Ember",
    "Harbor",
    "Indigo",
    "Meadow",
    "North Star",
    "Ocean",
    "Pebble",
    "Quill",
    "Rain",
    "Sparrow",
    "Tide",
    "Umber",
    "Violet",
    "Willow",
    "Yarrow",
    "Zephyr",
    "Amber",
    "Breeze",
    "Cricket",
    "Dune",
    "Echo",
    "Finch",
    "Grove",
    "Heron",
    "Isle",
    "Jasmine",
    "Kestrel",
    "Lantern",
    "Mist",
    "Nectar",
    "Orchid",
    "Prairie",
    "Quartz",
    "Reed",
    "Sunrise",
    "Thistle",
    "Wave",
    "Aurora",
    "Bramble",
    "Cove",
];

/// First and last parts of legal names.
pub(super) const GIVEN: [&str; 8] = [
    "Willow", "Aspen", "Juniper", "Briar", "Laurel", "Cypress", "Marigold", "Sorrel",
];
/// See [`GIVEN`].
pub(super) const FAMILY: [&str; 7] = [
    "Fernleaf",
    "Mossbank",
    "Brookstone",
    "Pinecrest",
    "Dewfield",
    "Larkmeadow",
    "Stonecrop",
];

/// What young people say they want, in their own words (invented).
pub(super) const WANTS: [&str; 8] = [
    "I want to sleep without the light on and nobody coming in.",
    "I want to see my sister on Saturdays. Just us, no worker in the room.",
    "i want to finish 10th grade. i was good at it before",
    "I want people to ask me first, before they decide stuff.",
    "My own phone number that only safe people have.",
    "I want to stay with Grandma. She doesn't yell.",
    "I don't want to talk about what happened. I want to talk about art school.",
    "I want a place where I can keep my dog.",
];

/// Strengths, with their kind.
pub(super) const STRENGTHS: [(&str, &str); 8] = [
    (
        "RELATIONSHIP",
        "Trusts her grandmother and calls her when it gets hard.",
    ),
    ("SKILL", "Draws every day; people stop to look."),
    (
        "COPING",
        "Goes for a walk when it gets loud, and comes back.",
    ),
    ("HOPE", "Has a list of cities to see, by train."),
    ("INTEREST", "Knows everything about birds."),
    ("VALUE", "Looks out for younger kids."),
    ("ACHIEVEMENT", "Made the honor roll before the move."),
    ("CULTURE_FAITH", "Sings in the choir and wants to again."),
];

/// Goals: domain, text, whose, whether in the young person's words.
pub(super) const GOALS: [(&str, &str, &str, bool); 10] = [
    (
        "FAMILY_RELATIONSHIPS",
        "See my sister every week.",
        "YOUTH",
        true,
    ),
    (
        "EDUCATION",
        "Go back to school, but not the old one.",
        "YOUTH",
        true,
    ),
    (
        "IMMEDIATE_SAFETY",
        "A new phone that nobody from before can find.",
        "YOUTH",
        true,
    ),
    ("RECREATION_JOY", "Art class on Tuesdays.", "YOUTH", true),
    (
        "PLACEMENT_HOUSING",
        "Stay with Grandma for good.",
        "YOUTH",
        true,
    ),
    (
        "MEDICAL_DENTAL",
        "See a dentist who explains before doing.",
        "TEAM",
        false,
    ),
    (
        "MENTAL_HEALTH",
        "Meet a therapist twice and then decide.",
        "TEAM",
        false,
    ),
    (
        "LEGAL_PROTECTION",
        "Have a lawyer of her own at the hearing.",
        "COURT",
        false,
    ),
    (
        "CHILDCARE_PARENTING",
        "Someone to call at night when it is hard.",
        "CAREGIVER",
        false,
    ),
    (
        "IDENTITY_DOCUMENTS",
        "Get the birth certificate and an ID card.",
        "TEAM",
        false,
    ),
];

/// Steps toward goals.
pub(super) const STEPS: [&str; 8] = [
    "Ask which days are good, and put them on the calendar together.",
    "Call the office and ask what they need from us.",
    "Visit together before deciding.",
    "Drive there the first time and stay as long as wanted.",
    "Find out who can sign, and get the form.",
    "Ask again in two weeks whether this still fits.",
    "Set up the phone with the tech safety checklist.",
    "Bring the papers to the appointment.",
];

/// Notes of support contacts.
pub(super) const NOTES: [&str; 8] = [
    "She slept through the night. Worried about the hearing, asked what will happen there.",
    "Wanted to know who may call the house. Went through the list together.",
    "Tired. We talked about what helps at bedtime.",
    "Asked for help with the ride to the appointment.",
    "Good news: the school has a place from Monday.",
    "The younger brother is asking questions. Talked about what to say, and what not.",
    "Rent is due and hours were cut. Gave the number of the family fund.",
    "Just wanted to hear a friendly voice.",
];

/// What was agreed.
pub(super) const AGREED: [&str; 4] = [
    "Call again on the agreed day.",
    "Send the form by mail.",
    "She calls if the night gets hard.",
    "Ask about the ride and let her know.",
];

/// What a service is asked for.
pub(super) const NEEDS: [&str; 5] = [
    "A bed from Friday, ground floor, pet welcome.",
    "Two first meetings, choice of therapist.",
    "A mentor who has been there, by text first.",
    "Dental check with time to explain each step.",
    "Tutoring in math, after school.",
];

/// What can set somebody off, with its kind.
pub(super) const SETS_OFF: [(&str, &str); 4] = [
    ("NOISE", "Doors that slam."),
    ("WAITING", "Waiting without being told how long."),
    ("TOUCH", "A hand on the shoulder from behind."),
    (
        "BEING_WATCHED",
        "Somebody standing in the door while she sleeps.",
    ),
];

/// What calms, with its kind.
pub(super) const CALMS: [(&str, &str); 4] = [
    ("MUSIC", "Her own music, with headphones."),
    ("CHOICE_OFFERED", "Two things to choose from, and time."),
    ("PET", "Sitting with the cat."),
    ("SPACE", "A walk around the block; she comes back."),
];

/// A line for each section of a safety plan.
pub(super) const SAFE_LINES: [(&str, &str); 8] = [
    ("WARNING_SIGNS", "I stop answering messages."),
    ("COPING_STRATEGIES", "Drawing, or the long way home."),
    (
        "SAFE_PLACES",
        "Grandma's kitchen. The library on Brook Lane.",
    ),
    (
        "WHAT_ADULTS_DO",
        "Ask me first. Do not call everybody at once.",
    ),
    (
        "IF_LEAVING",
        "I take my charger and text Grandma where I am.",
    ),
    (
        "IF_CONTACTED",
        "I do not answer, and I show it to my worker.",
    ),
    (
        "TECH_SAFETY",
        "Location is off; only five people have the number.",
    ),
    ("EMERGENCY_CONTACTS", "911, or Grandma at 555-0142."),
];

/// What had changed at a review.
pub(super) const REVIEWED: [&str; 6] = [
    "Sleeps through most nights now.",
    "Started at the new school; the mornings are hard.",
    "Sees her sister on Saturdays.",
    "Little changed; she wants it slower.",
    "A new room, with a door that closes.",
    "The court date moved; we went over what is hers to decide.",
];
