-- How many blocks the table has, hence where the last page ends.
SELECT pg_relation_size('events') / current_setting('block_size')::int AS blocks;
