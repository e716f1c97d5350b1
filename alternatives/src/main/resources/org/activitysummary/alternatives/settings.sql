-- The same settings as the implementation under test uses, so that the comparison is fair.
SET LOCAL transaction_read_only = on;
SET LOCAL jit = off;
SET LOCAL work_mem = '16MB';
