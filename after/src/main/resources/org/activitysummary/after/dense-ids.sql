-- The summary of a user whose ids lie close together, as those of a busy user do.
--
--   psql -1 -v user_id=9001000000 -f settings.sql -f dense-ids.sql
--
-- 64 neighbouring ids form a block, and each row becomes one bit of its block. Setting a bit twice
-- changes nothing, so copies cost nothing; the hash table holds a row per block instead of a row per
-- event; and few rows go from the parallel workers to the leader. Counting bits counts events.
WITH priced AS NOT MATERIALIZED (
  SELECT user_id, id, ctid AS place, type,
    -- Null for views and clicks, 0 for a purchase without a price, NaN (which no price is) for any
    -- other type. CASE decides before the cast runs: a cast of anything else would fail or differ by
    -- version. The most frequent types come first.
    CASE type
      WHEN 'view' THEN NULL
      WHEN 'click' THEN NULL
      WHEN 'purchase' THEN
        CASE jsonb_typeof(metadata -> 'price')
          WHEN 'number' THEN (metadata -> 'price')::numeric
          WHEN 'string' THEN
            CASE WHEN metadata ->> 'price' ~ '^-?[0-9]+(\.[0-9]+)?$'
              THEN (metadata ->> 'price')::numeric
              ELSE 0
            END
          ELSE 0
        END
      ELSE 'NaN'
    END AS price
  FROM events
),
marked AS NOT MATERIALIZED (
  -- Where there is no price the type is a view or a click, and its length tells which: comparing
  -- lengths costs less than comparing text once more.
  SELECT user_id, id >> 6 AS block, 1::bigint << (id & 63)::int AS bit,
    octet_length(type) = octet_length('view') AS short, price
  FROM priced
  UNION ALL
  -- No row ever. Columns of a UNION ALL have no statistics, so the planner expects few groups, as
  -- there are, and aggregates in the workers. Else it would expect a group for each id.
  SELECT user_id, id, id, true, price FROM priced WHERE false
),
groups AS MATERIALIZED (
  -- A purchase goes with its price: of equal copies only one bit is set, under one price.
  SELECT block, price, short, long,
    bit_count(short::bit(64)) AS shorts, bit_count(long::bit(64)) AS longs
  FROM (
    SELECT block, price,
      coalesce(bit_or(bit) FILTER (WHERE short), 0) AS short,
      coalesce(bit_or(bit) FILTER (WHERE NOT short), 0) AS long
    FROM marked
    WHERE user_id = :'user_id'
    GROUP BY block, price
  ) AS masks
),
counted AS MATERIALIZED (
  -- Right for every event whose copies agree. A purchase is longer than a view.
  SELECT
    coalesce(sum(longs) FILTER (WHERE price IS NULL), 0) AS click,
    coalesce(sum(shorts) FILTER (WHERE price IS NULL), 0) AS view,
    coalesce(sum(longs) FILTER (WHERE price < 'NaN'), 0) AS purchase,
    coalesce(sum(CASE longs WHEN 1 THEN price ELSE price * longs END)
      FILTER (WHERE price < 'NaN'), 0) AS total_value,
    coalesce(sum(shorts), 0) + coalesce(sum(longs), 0) AS parts
  FROM groups
),
doubt AS MATERIALIZED (
  -- An event whose copies differ in type or price was counted more than once: the parts are more
  -- than the whole.
  SELECT parts <> whole AS exists
  FROM counted, (
    SELECT coalesce(sum(bit_count(bits::bit(64))), 0) AS whole
    FROM (SELECT bit_or(short | long) AS bits FROM groups GROUP BY block) AS block
  ) AS events
),
doubted AS MATERIALIZED (
  -- Which events those are.
  SELECT block, bits
  FROM (
    SELECT block,
      (views & clicks) | ((views | clicks) & others) | ((views | clicks | others) & purchases)
        | CASE WHEN prices > bit_count(purchases::bit(64)) THEN purchases ELSE 0 END AS bits
    FROM (
      SELECT block,
        coalesce(bit_or(short) FILTER (WHERE price IS NULL), 0) AS views,
        coalesce(bit_or(long) FILTER (WHERE price IS NULL), 0) AS clicks,
        coalesce(bit_or(short | long) FILTER (WHERE price = 'NaN'), 0) AS others,
        coalesce(bit_or(long) FILTER (WHERE price < 'NaN'), 0) AS purchases,
        sum(longs) FILTER (WHERE price < 'NaN') AS prices
      FROM groups
      WHERE (SELECT exists FROM doubt)
      GROUP BY block
    ) AS masks
  ) AS block
  WHERE bits <> 0
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
      (array_agg(nullif(price, 'NaN') ORDER BY place))[1] AS first_price,
      bool_or(type = 'click') AS clicked,
      bool_or(type = 'view') AS viewed,
      count(DISTINCT nullif(price, 'NaN')) AS prices,
      sum(DISTINCT nullif(price, 'NaN')) AS price_sum
    FROM priced
    JOIN doubted ON block = id >> 6 AND bits & (1::bigint << (id & 63)::int) <> 0
    WHERE user_id = :'user_id'
    GROUP BY id
  ) AS event
)
-- The correction is not computed, and the table not read again, unless there is a doubt.
SELECT
  click + CASE WHEN doubt THEN (SELECT click FROM corrected) ELSE 0 END AS click,
  view + CASE WHEN doubt THEN (SELECT view FROM corrected) ELSE 0 END AS view,
  purchase + CASE WHEN doubt THEN (SELECT purchase FROM corrected) ELSE 0 END AS purchase,
  total_value + CASE WHEN doubt THEN (SELECT total_value FROM corrected) ELSE 0 END AS total_value
FROM counted, (SELECT exists AS doubt FROM doubt) AS copies;
