-- The same data in the clear, for the handler that seals nothing. Texts are as long as those that are sealed.
DROP SCHEMA IF EXISTS plain CASCADE;
CREATE SCHEMA plain;
CREATE FUNCTION plain.text_like(sealed bytea) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT rpad('', octet_length(sealed) - 29, 'Tea on the porch, and a long talk about the spring. ') $$;
CREATE TABLE plain.cases AS SELECT id, org_id, version, plain.text_like(number) AS number, plain.text_like(alias) AS alias,
  status, origin, jurisdiction, legal_custody, plain.text_like(summary) AS summary, supervisor_id, opened_at FROM cases;
ALTER TABLE plain.cases ADD PRIMARY KEY (id);
CREATE INDEX ON plain.cases (supervisor_id);
CREATE TABLE plain.person AS SELECT id, case_id, role, plain.text_like(name) AS name, plain.text_like(relation) AS relation,
  plain.text_like(phone) AS phone, safe_to_contact FROM case_person;
ALTER TABLE plain.person ADD PRIMARY KEY (id);
CREATE INDEX ON plain.person (case_id);
CREATE TABLE plain.plan AS SELECT id, case_id, version, state, review_on, voice_kind, plain.text_like(voice_words) AS voice_words,
  voice_recorded_at FROM plan;
ALTER TABLE plain.plan ADD PRIMARY KEY (id);
CREATE INDEX ON plain.plan (case_id);
CREATE TABLE plain.strength AS SELECT id, plan_id, kind, plain.text_like(text) AS text FROM strength;
ALTER TABLE plain.strength ADD PRIMARY KEY (id);
CREATE INDEX ON plain.strength (plan_id);
CREATE TABLE plain.goal AS SELECT id, case_id, plan_id, version, domain, plain.text_like(text) AS text, owner, state, agreement,
  position FROM goal;
ALTER TABLE plain.goal ADD PRIMARY KEY (id);
CREATE INDEX ON plain.goal (plan_id);
CREATE INDEX ON plain.goal (case_id);
CREATE TABLE plain.step AS SELECT id, case_id, goal_id, plain.text_like(text) AS text, state, due_on, owner_id FROM step;
ALTER TABLE plain.step ADD PRIMARY KEY (id);
CREATE INDEX ON plain.step (goal_id);
CREATE INDEX ON plain.step (case_id);
CREATE TABLE plain.referral AS SELECT id, case_id, reference, service_id, state, plain.text_like(need) AS need, waiting_since,
  created_at FROM referral;
ALTER TABLE plain.referral ADD PRIMARY KEY (id);
CREATE INDEX ON plain.referral (case_id, id);
CREATE TABLE plain.contact AS SELECT id, org_id, case_id, person_id, occurred_at, recorded_at, channel, direction, outcome,
  contact_type, minutes, plain.text_like(note) AS note, plain.text_like(agreed) AS agreed, next_contact_on, logged_by
  FROM support_contact;
ALTER TABLE plain.contact ADD PRIMARY KEY (id);
CREATE INDEX ON plain.contact (case_id, occurred_at, id);
CREATE INDEX ON plain.contact (org_id, occurred_at, id);
CREATE INDEX ON plain.contact (person_id);
CREATE INDEX ON plain.contact (logged_by);
CREATE TABLE plain.need AS SELECT contact_id, need FROM support_contact_need;
ALTER TABLE plain.need ADD PRIMARY KEY (contact_id, need);
ANALYZE plain.cases, plain.person, plain.plan, plain.strength, plain.goal, plain.step, plain.referral, plain.contact, plain.need;
