-- The schema as given. Nobody may change it, nor add an index, a function, a statistics object, a
-- materialized view or a cache. Created in the first schema of the search path.

CREATE TABLE events (
    id       bigint NOT NULL,   -- assigned when the event happens; a redelivered event repeats it
    user_id  bigint NOT NULL,
    type     text   NOT NULL,   -- 'click', 'view', 'purchase', or anything else
    metadata jsonb              -- for a purchase, {"price": ...}
);

CREATE INDEX events_user_id_idx ON events (user_id);
