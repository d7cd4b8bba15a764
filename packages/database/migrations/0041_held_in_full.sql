-- Supervisions held between two days, which pages count.
CREATE INDEX "fact_session_held" ON "fact_session" USING btree ("council_id","started_at") WHERE known_to is null and status in ('held', 'interrupted');--> statement-breakpoint
-- What was missed about a supervision or its record, or may yet be: a few of all requirements, looked for beside what was held.
CREATE INDEX "duty_missed" ON "duty" USING btree ("council_id","closed_on") WHERE about_kind = 'person' and subject_kind in ('session', 'record') and strength in ('must', 'should') and (judged <> 'by-date' or met_on is null or met_on > due_on);
