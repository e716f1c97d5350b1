-- The summary of a user whose rows lie on another server, aggregated there.
--
--   psql -v user_id=9001000000 -f handed-over.sql      (with enable_partitionwise_aggregate = on)
--
-- The idea of dense-ids.sql, in the shape in which postgres_fdw hands a grouping over: groups name the
-- user, so that they are whole within one partition; nothing stands between the grouping and the
-- partitions; and the purchases' metadata is grouped by in place of the price, since the key 'price'
-- has a collation that comes from no column of the table, which the other server might not share.
WITH fetched AS MATERIALIZED (
  SELECT user_id, id >> 6 AS block,
    CASE type WHEN 'view' THEN 0 WHEN 'click' THEN 1 WHEN 'purchase' THEN 2 ELSE 3 END AS kind,
    CASE WHEN type = 'purchase' THEN metadata END AS metadata,
    bit_or(1::bigint << (id & 63)::int) AS bits
  FROM events
  WHERE user_id = :'user_id'
  GROUP BY 1, 2, 3, 4
),
groups AS MATERIALIZED (
  SELECT block, kind, price, bit_or(bits) AS bits
  FROM (
    SELECT block, kind, bits,
      CASE WHEN kind = 2 THEN
        CASE jsonb_typeof(metadata -> 'price')
          WHEN 'number' THEN (metadata -> 'price')::numeric
          WHEN 'string' THEN
            CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\.[0-9]+)?$'
              THEN (metadata ->> 'price')::numeric
              ELSE 0
            END
          ELSE 0
        END
      END AS price
    FROM fetched
  ) AS priced
  GROUP BY block, kind, price
),
counted AS MATERIALIZED (
  -- Right for every event whose copies agree.
  SELECT
    coalesce(sum(bit_count(bits::bit(64))) FILTER (WHERE kind = 1), 0) AS click,
    coalesce(sum(bit_count(bits::bit(64))) FILTER (WHERE kind = 0), 0) AS view,
    coalesce(sum(bit_count(bits::bit(64))) FILTER (WHERE kind = 2), 0) AS purchase,
    coalesce(sum(price * bit_count(bits::bit(64))), 0) AS total_value
  FROM groups
),
doubted AS MATERIALIZED (
  -- The events that more than one group of their block counts: their copies disagree.
  SELECT block, bit_or(bits & earlier) AS bits
  FROM (
    SELECT block, bits,
      bit_or(bits) OVER (
        PARTITION BY block ORDER BY kind, price ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
      ) AS earlier
    FROM groups
  ) AS masks
  GROUP BY block
  HAVING bit_or(bits & earlier) <> 0
),
corrected AS MATERIALIZED (
  -- What the first stored row of each such event says, less what was counted for it.
  SELECT
    count(*) FILTER (WHERE first_type = 'click') - count(*) FILTER (WHERE clicked) AS click,
    count(*) FILTER (WHERE first_type = 'view') - count(*) FILTER (WHERE viewed) AS view,
    count(*) FILTER (WHERE first_type = 'purchase') - coalesce(sum(prices), 0) AS purchase,
    coalesce(sum(first_price), 0) - coalesce(sum(price_sum), 0) AS total_value
  FROM (
    SELECT
      (array_agg(type ORDER BY place))[1] AS first_type,
      (array_agg(price ORDER BY place))[1] AS first_price,
      bool_or(type = 'click') AS clicked,
      bool_or(type = 'view') AS viewed,
      count(DISTINCT price) AS prices,
      sum(DISTINCT price) AS price_sum
    FROM (
      SELECT id, ctid AS place, type,
        CASE WHEN type = 'purchase' THEN
          CASE jsonb_typeof(metadata -> 'price')
            WHEN 'number' THEN (metadata -> 'price')::numeric
            WHEN 'string' THEN
              CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\.[0-9]+)?$'
                THEN (metadata ->> 'price')::numeric
                ELSE 0
              END
            ELSE 0
          END
        END AS price
      FROM events
      WHERE user_id = :'user_id' AND (SELECT count(*) > 0 FROM doubted)
    ) AS priced
    JOIN doubted ON block = id >> 6 AND bits & (1::bigint << (id & 63)::int) <> 0
    GROUP BY id
  ) AS event
)
SELECT counted.click + corrected.click AS click, counted.view + corrected.view AS view,
  counted.purchase + corrected.purchase AS purchase,
  counted.total_value + corrected.total_value AS total_value
FROM counted, corrected;
