-- The summary of a user with few rows, or how dense the ids of a bigger one are.
--
--   psql -v user_id=9000000100 -v few_rows=256 -v most_dense_groups=64 -f few-rows.sql
--
-- Returns the summary if the user has few rows. Else it returns no row when the user's ids lie close
-- together, and a row with "sparse" when they lie far apart: the caller then asks the statement for
-- that kind of user. "Close" means that dense-ids.sql would have to group the first rows into few.
WITH seen AS MATERIALIZED (
  -- The sub-select hides the value from the planner, so that the plan made for one user equals the
  -- plan made for all, and the driver's prepared statement is soon planned no more.
  SELECT id, ctid AS place, type, metadata
  FROM events
  WHERE user_id = (SELECT CAST(:'user_id' AS bigint))
  LIMIT :few_rows + 1
),
size AS MATERIALIZED (
  SELECT
    CASE WHEN count(*) > :few_rows
      -- A block has several masks to merge and to check, hence counts twice.
      THEN 2 * count(DISTINCT id >> 6) + count(*) FILTER (WHERE type = 'purchase')
    END AS groups
  FROM seen
),
event AS (
  -- Of the rows with one id the first stored one counts.
  SELECT DISTINCT ON (id) type, metadata
  FROM seen
  WHERE (SELECT groups IS NULL FROM size)
  ORDER BY id, place
)
SELECT
  count(*) FILTER (WHERE type = 'click') AS click,
  count(*) FILTER (WHERE type = 'view') AS view,
  count(*) FILTER (WHERE type = 'purchase') AS purchase,
  coalesce(sum(
    CASE WHEN type = 'purchase' THEN
      -- CASE decides before the cast runs: a cast of anything else would fail or differ by version.
      CASE jsonb_typeof(metadata -> 'price')
        WHEN 'number' THEN (metadata -> 'price')::numeric
        WHEN 'string' THEN
          CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\.[0-9]+)?$'
            THEN (metadata ->> 'price')::numeric
          END
      END
    END), 0) AS total_value,
  (SELECT groups IS NOT NULL FROM size) AS sparse
FROM event
HAVING (SELECT groups IS NULL OR groups > :most_dense_groups FROM size);
