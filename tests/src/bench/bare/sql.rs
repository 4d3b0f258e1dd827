//! The statements of the bare handler: as good as they get by hand on the tables alone,
//! without rows that were kept ready for them.

/// $1 the person. 25 rows and one more, the longest without contact first.
pub const CASELOAD: &str = "\
WITH mine AS (
  SELECT c.id, c.alias, c.status, c.opened_at, last.at
  FROM assignment a
  JOIN plain.cases c ON c.id = a.case_id
  LEFT JOIN LATERAL (
    SELECT k.occurred_at AS at FROM plain.contact k
    WHERE k.case_id = c.id AND k.outcome IN ('reached', 'family_asked_to_pause')
    ORDER BY k.occurred_at DESC LIMIT 1
  ) last ON true
  WHERE a.user_id = $1 AND a.to_at IS NULL AND c.status <> 'closed'
  ORDER BY coalesce(last.at, c.opened_at), c.id LIMIT 26
)
SELECT m.id, m.alias, m.status, m.opened_at, m.at AS last_contact_at, p.state AS plan_state, p.review_on,
  (SELECT count(*) FROM plain.goal g WHERE g.plan_id = p.id
     AND g.state IN ('proposed', 'accepted', 'in_progress', 'paused')) AS open_goals,
  (SELECT count(*) FROM plain.referral r WHERE r.case_id = m.id
     AND r.state IN ('draft', 'requested', 'accepted', 'in_progress', 'on_hold')) AS open_referrals,
  (SELECT count(*) FROM plain.contact k WHERE k.case_id = m.id) AS contacts_logged,
  (SELECT k.next_contact_on FROM plain.contact k WHERE k.case_id = m.id
   ORDER BY k.occurred_at DESC LIMIT 1) AS next_contact_on,
  (SELECT min(s.at) FROM staffing_case sc JOIN staffing s ON s.id = sc.staffing_id
   WHERE sc.case_id = m.id AND s.at >= now() AND NOT s.cancelled) AS next_staffing_at,
  su.id AS specialist_id, su.display_name AS specialist, au.id AS advocate_id, au.display_name AS advocate
FROM mine m
LEFT JOIN plain.plan p ON p.case_id = m.id AND p.state <> 'superseded'
LEFT JOIN assignment sa ON sa.case_id = m.id AND sa.role = 'resource_specialist' AND sa.to_at IS NULL
LEFT JOIN app_user su ON su.id = sa.user_id
LEFT JOIN assignment aa ON aa.case_id = m.id AND aa.role = 'family_advocate' AND aa.to_at IS NULL
LEFT JOIN app_user au ON au.id = aa.user_id
ORDER BY coalesce(m.at, m.opened_at), m.id";

/// Each: $1 the case.
pub const DETAIL: [&str; 9] = [
    "SELECT id, version, alias, number, status, origin, opened_at, jurisdiction, legal_custody, summary,
       (SELECT count(*) FROM plain.goal g WHERE g.case_id = c.id
          AND g.state IN ('proposed', 'accepted', 'in_progress', 'paused')) AS open_goals,
       (SELECT count(*) FROM plain.referral r WHERE r.case_id = c.id
          AND r.state IN ('draft', 'requested', 'accepted', 'in_progress', 'on_hold')) AS open_referrals,
       (SELECT count(*) FROM plain.contact k WHERE k.case_id = c.id) AS contacts_logged
     FROM plain.cases c WHERE id = $1",
    "SELECT a.id, a.role, a.from_at, u.id AS user_id, u.display_name AS name
     FROM assignment a JOIN app_user u ON u.id = a.user_id WHERE a.case_id = $1 AND a.to_at IS NULL",
    "SELECT id, role, name, relation, safe_to_contact, phone FROM plain.person WHERE case_id = $1",
    "SELECT id, version, state, review_on, voice_kind, voice_words, voice_recorded_at
     FROM plain.plan WHERE case_id = $1 AND state <> 'superseded'",
    "SELECT s.id, s.kind, s.text FROM plain.strength s JOIN plain.plan p ON p.id = s.plan_id WHERE p.case_id = $1",
    "SELECT id, version, domain, text, owner, state, agreement FROM plain.goal WHERE case_id = $1 ORDER BY position",
    "SELECT s.id, s.goal_id, s.text, s.state, s.due_on, u.id AS owner_id, u.display_name AS owner
     FROM plain.step s LEFT JOIN app_user u ON u.id = s.owner_id WHERE s.case_id = $1",
    "SELECT k.id, k.occurred_at, k.channel, k.direction, k.outcome, k.contact_type, k.minutes, k.note, k.agreed,
       (SELECT string_agg(n.need, ' ') FROM plain.need n WHERE n.contact_id = k.id) AS needs,
       u.id AS logged_by_id, u.display_name AS logged_by, p.id AS person_id, p.name AS person
     FROM plain.contact k JOIN app_user u ON u.id = k.logged_by LEFT JOIN plain.person p ON p.id = k.person_id
     WHERE k.case_id = $1 ORDER BY k.occurred_at DESC, k.id DESC LIMIT 11",
    "SELECT r.id, r.reference, r.state, r.need, r.created_at, s.id AS service_id, s.name AS service
     FROM plain.referral r JOIN service s ON s.id = r.service_id WHERE r.case_id = $1 ORDER BY r.id DESC LIMIT 11",
];

/// Each: $1 the supervisor.
pub const DASHBOARD: [&str; 4] = [
    "SELECT a.user_id AS specialist_id, u.display_name AS specialist, count(*) AS open,
       count(*) FILTER (WHERE c.opened_at >= now() - interval '30 days') AS new
     FROM plain.cases c
     LEFT JOIN assignment a ON a.case_id = c.id AND a.role = 'resource_specialist' AND a.to_at IS NULL
     LEFT JOIN app_user u ON u.id = a.user_id
     WHERE c.supervisor_id = $1 AND c.status <> 'closed' GROUP BY 1, 2",
    "SELECT count(*) FILTER (WHERE p.voice_kind IS NULL) AS without_voice,
       count(*) FILTER (WHERE p.review_on < current_date) AS reviews_overdue,
       count(*) FILTER (WHERE coalesce(last.at, c.opened_at) < current_date - 13) AS no_contact_14,
       count(*) FILTER (WHERE coalesce(last.at, c.opened_at) < current_date - 29) AS no_contact_30,
       (SELECT count(*) FROM plain.referral r JOIN plain.cases rc ON rc.id = r.case_id
        WHERE rc.supervisor_id = $1 AND r.waiting_since IS NOT NULL) AS referrals_waiting
     FROM plain.cases c
     LEFT JOIN plain.plan p ON p.case_id = c.id AND p.state NOT IN ('completed', 'superseded')
     LEFT JOIN LATERAL (SELECT k.occurred_at AS at FROM plain.contact k
       WHERE k.case_id = c.id AND k.outcome IN ('reached', 'family_asked_to_pause')
       ORDER BY k.occurred_at DESC LIMIT 1) last ON true
     WHERE c.supervisor_id = $1 AND c.status <> 'closed'",
    "SELECT date_trunc('week', k.occurred_at)::date AS week, count(*) AS contacts
     FROM plain.contact k JOIN plain.cases c ON c.id = k.case_id
     WHERE c.supervisor_id = $1 AND c.status <> 'closed' AND k.occurred_at >= date_trunc('week', now()) - interval '77 days'
     GROUP BY 1 ORDER BY 1",
    "SELECT s.id, s.at, s.staffing_type FROM staffing s
     WHERE s.at >= now() AND NOT s.cancelled AND EXISTS (SELECT FROM staffing_case sc JOIN plain.cases c ON c.id = sc.case_id
       WHERE sc.staffing_id = s.id AND c.supervisor_id = $1) ORDER BY s.at, s.id LIMIT 5",
];

/// $1 the new id, $2 the case, $3 the person, $4 who logs, $5 the note.
pub const LOG: &str = "\
WITH mine AS (
  SELECT c.id, c.org_id FROM plain.cases c JOIN assignment a ON a.case_id = c.id
  WHERE c.id = $2 AND a.user_id = $4 AND a.to_at IS NULL
), contact AS (
  INSERT INTO plain.contact (id, org_id, case_id, person_id, occurred_at, recorded_at, channel, direction, outcome,
    contact_type, minutes, note, agreed, logged_by)
  SELECT $1, org_id, id, $3, now(), now(), 'phone', 'out', 'reached', 'check_in', 20, $5,
    'A call on Thursday evening.', $4 FROM mine
  RETURNING id, occurred_at
), need AS (INSERT INTO plain.need (contact_id, need) SELECT id, 'respite' FROM contact)
SELECT id, occurred_at FROM contact";

/// $1 the words as they are asked for, $2 in names, $3 in names and those of organisations, $4
/// the day since which a check counts.
pub const DIRECTORY: &str = "\
SELECT s.id, s.name, s.organization_name, s.category, s.description, s.capacity, s.verified_on, s.closed, s.city, s.state,
  s.phone,
  (SELECT string_agg(t.state, ' ') FROM service_state t WHERE t.service_id = s.id) AS states,
  (SELECT string_agg(t.capability, ' ') FROM service_capability t WHERE t.service_id = s.id) AS capabilities,
  (SELECT string_agg(t.language, ' ') FROM service_language t WHERE t.service_id = s.id) AS languages
FROM (
  SELECT s.id, s.verified_on < $4 AS stale,
    CASE WHEN w.search_vector @@ to_tsquery('simple', $2) THEN 0
      WHEN w.search_vector @@ to_tsquery('simple', $3) THEN 1 ELSE 2 END AS place,
    CASE WHEN s.category IN ('specialised_csec_program', 'specialised_placement', 'foster_specialised') THEN 0 ELSE 2 END
      + CASE WHEN s.capacity = 'has_capacity' THEN 0 ELSE 1 END AS merit, w.name
  FROM directory_text w JOIN service s ON s.id = w.of_id
  WHERE NOT s.closed AND w.search_vector @@ to_tsquery('simple', $1)
    AND EXISTS (SELECT FROM service_state t WHERE t.service_id = s.id AND t.state = 'TX')
  ORDER BY 2, 3, 4, 5, 1 LIMIT 26
) f JOIN service s ON s.id = f.id
ORDER BY f.stale, f.place, f.merit, f.name, f.id";
