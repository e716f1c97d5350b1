-- For the transaction of a statement on many rows; gone with the transaction.
SET LOCAL transaction_read_only = on;
-- Compiling takes longer than the statement.
SET LOCAL jit = off;
-- Room for the hash tables of a million rows without temporary files, and a bound on their size.
SET LOCAL work_mem = '16MB';
-- Planned for the user asked about, though the driver keeps the statement prepared.
SET LOCAL plan_cache_mode = force_custom_plan;
