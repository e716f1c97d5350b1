-- Every event of a user, in storage order, so that "the first stored copy counts" can be decided by looping.
-- A serial scan that starts at the beginning yields storage order from the heap, the index and the bitmap alike; an
-- ORDER BY ctid would promise the same at the price of sorting a million wide rows, which the original never paid.
SET LOCAL synchronize_seqscans = off;
SET LOCAL max_parallel_workers_per_gather = 0;
SELECT id, type, metadata FROM events WHERE user_id = ?
