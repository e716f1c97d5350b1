-- All statements of the transaction see one moment.
SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
