-- Whoever leaves a job: before PostgreSQL 18 a plan that is kept to indexes looks expensive enough to be compiled, which
-- takes longer than a thousand turns.
alter function platform.next_turn(text, uuid) set jit = off;
