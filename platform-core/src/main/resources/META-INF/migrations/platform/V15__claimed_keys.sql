-- An Idempotency-Key whose first call is at work outside any transaction: by whom, and how long others leave it alone.
alter table platform.idempotency add column claim uuid, add column claimed_until timestamptz;
