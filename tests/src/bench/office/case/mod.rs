//! The rows of one case, sealed as the server seals them.

mod plan;
mod work;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveTime, Utc};
use server::boards::{Counter, board, contributions, never};
use server::vault::{BlindIndex, DataKey, Keyring, Place, TokenKind, seal};
use uuid::Uuid;

use super::cell::row;
use super::{Cell, Of, Office, Rows, scramble};

const NAMES: [&str; 12] = [
    "Aspen", "Briar", "Clover", "Dune", "Elm", "Finch", "Gorse", "Hazel", "Iris", "Jay", "Kestrel",
    "Lark",
];
const SAID: [&str; 5] = [
    "Tea on the porch, a long talk about the spring and about school; she slept well and laughed twice.",
    "Asked for somebody to come along on Thursday. We agreed on the bus at nine and a call the evening before.",
    "The grandmother is tired and steady. She would like to know whom to call at night, and has the number now.",
    "He drew the river again and says that drawing helps. The aunt will ask about the class in the library.",
    "A short call: all is as it was, the appointment is kept, nothing else is needed until next week.",
];

/// What the counters come to, by counter.
pub type Sums = BTreeMap<Counter, i64>;

/// Makes cases.
pub struct CaseMaker<'a> {
    pub office: Office,
    pub keys: &'a Keyring,
    pub index: BlindIndex,
}

/// One case in the making.
struct Making<'m> {
    maker: &'m CaseMaker<'m>,
    rows: &'m mut Rows,
    number: u64,
    parts: u64,
    key: DataKey,
    org: Uuid,
    case: Uuid,
    specialist: Uuid,
    advocate: Uuid,
    opened: DateTime<Utc>,
    board: board::Model,
}

impl CaseMaker<'_> {
    /// Adds all rows of a case, and what it contributes to the counters.
    pub fn add(&self, number: u64, rows: &mut Rows, sums: &mut Sums) {
        let office = self.office;
        let specialist = office.specialist_of(number);
        let opened = office.opened(number);
        let (org, case) = (office.id(Of::Organization, 0), office.id(Of::Case, number));
        let mut making = Making {
            maker: self,
            rows,
            number,
            parts: 0,
            key: DataKey::generate(),
            org,
            case,
            specialist: office.id(Of::Specialist, specialist),
            advocate: office.id(Of::Advocate, specialist),
            opened,
            board: board::Model {
                case_id: case,
                org_id: org,
                supervisor_id: office.id(Of::Supervisor, office.supervisor_of(specialist)),
                specialist_id: Some(office.id(Of::Specialist, specialist)),
                advocate_id: Some(office.id(Of::Advocate, specialist)),
                status: "open".to_owned(),
                open: true,
                opened_at: opened,
                plan_state: None,
                awaiting_voice: false,
                open_goals: 0,
                open_referrals: 0,
                waiting_referrals: 0,
                contacts_logged: 0,
                last_contact_at: opened,
                has_contact: false,
                next_contact_on: None,
                next_review_on: never(),
                next_staffing_at: never().and_time(NaiveTime::MIN).and_utc(),
            },
        };
        making.case();
        making.people();
        making.plan();
        making.referrals();
        making.contacts(sums);
        making.board(sums);
    }
}

impl Making<'_> {
    /// An id for the next part of this case.
    fn part(&mut self) -> Uuid {
        self.parts += 1;
        self.maker
            .office
            .id(Of::Part, self.number * 64 + self.parts)
    }

    fn sealed(&self, table: &'static str, column: &'static str, row: Uuid, text: &str) -> Vec<u8> {
        let place = Place { table, column, row };
        seal(&self.key, place, text).unwrap().as_bytes().to_vec()
    }

    fn dice(&self, salt: u64, sides: u64) -> u64 {
        scramble(self.number * 97 + salt) % sides
    }

    fn alias(&self) -> String {
        format!("{} {}", NAMES[self.dice(1, 12) as usize], self.number)
    }

    fn case(&mut self) {
        let (case, org, opened) = (self.case, self.org, self.opened);
        let wrapped = self.maker.keys.wrap(&self.key, case).unwrap();
        self.rows.add(
            "data_key",
            row![case, org, wrapped.bytes, wrapped.kid.to_string(), opened],
        );
        let sealed = |column, text: &str| self.sealed("cases", column, case, text);
        let cells = row![
            case,
            org,
            4,
            sealed("number", &format!("2026-{:08}", self.number)),
            sealed("alias", &self.alias()),
            "open",
            "child_welfare",
            "TX",
            "state_child_welfare",
            sealed("summary", SAID[self.dice(2, 5) as usize]),
            self.board.supervisor_id,
            opened,
            opened
        ];
        self.rows.add("cases", cells);
        let supervisor = self.board.supervisor_id;
        for (user, role) in [
            (supervisor, "supervisor"),
            (self.specialist, "resource_specialist"),
            (self.advocate, "family_advocate"),
        ] {
            let id = self.part();
            self.rows.add(
                "assignment",
                row![id, org, case, user, role, opened, supervisor],
            );
        }
    }

    fn people(&mut self) {
        let (alias, case, org) = (self.alias(), self.case, self.org);
        let legal = format!("Willow {}leaf", NAMES[self.dice(3, 12) as usize]);
        let kin = format!("Hazel {}brook", NAMES[self.dice(4, 12) as usize]);
        let child = self.maker.office.id(Of::Child, self.number);
        let caregiver = self.maker.office.id(Of::Caregiver, self.number);
        let sealed = |row, column, text: &str| self.sealed("case_person", column, row, text);
        let cells = row![
            child,
            org,
            case,
            1,
            "child",
            sealed(child, "name", &alias),
            Cell::Null,
            sealed(child, "legal_name", &legal),
            sealed(child, "birth_date", "2011-04-17"),
            Cell::Null,
            false,
            self.opened
        ];
        let phone = format!("(555) 010-01{:02}", self.dice(5, 100));
        let kin_cells = row![
            caregiver,
            org,
            case,
            1,
            "caregiver",
            sealed(caregiver, "name", &kin),
            sealed(caregiver, "relation", "Grandmother"),
            sealed(caregiver, "legal_name", &kin),
            Cell::Null,
            sealed(caregiver, "phone", &phone),
            true,
            self.opened
        ];
        self.rows.add("case_person", cells);
        self.rows.add("case_person", kin_cells);
        let index = &self.maker.index;
        let mut tokens = BTreeMap::new();
        let mut found = |kind: TokenKind, person: Option<Uuid>, made: Vec<server::vault::Token>| {
            for token in made {
                tokens.entry((token, kind.code())).or_insert(person);
            }
        };
        found(
            TokenKind::AliasPrefix,
            None,
            index.alias_prefixes(org, &alias),
        );
        found(TokenKind::Name, Some(child), index.name(org, &alias));
        found(TokenKind::Name, Some(child), index.name(org, &legal));
        found(TokenKind::Name, Some(caregiver), index.name(org, &kin));
        found(
            TokenKind::Phone,
            Some(caregiver),
            index.phone(org, &phone).into_iter().collect(),
        );
        for ((token, kind), person) in tokens {
            self.rows.add(
                "search_token",
                row![org, token.as_bytes().to_vec(), kind, case, person],
            );
        }
    }

    fn board(&mut self, sums: &mut Sums) {
        for (counter, n) in contributions(&self.board) {
            *sums.entry(counter).or_default() += i64::from(n);
        }
        let board = self.board.clone();
        let number = |n: i32| i64::from(n);
        let cells = row![
            board.case_id,
            board.org_id,
            board.supervisor_id,
            board.specialist_id,
            board.advocate_id,
            board.status,
            board.open,
            board.opened_at,
            board.plan_state,
            board.awaiting_voice,
            number(board.open_goals),
            number(board.open_referrals),
            number(board.waiting_referrals),
            number(board.contacts_logged),
            board.last_contact_at,
            board.has_contact,
            board.next_contact_on,
            board.next_review_on,
            board.next_staffing_at
        ];
        self.rows.add("case_board", cells);
    }
}
