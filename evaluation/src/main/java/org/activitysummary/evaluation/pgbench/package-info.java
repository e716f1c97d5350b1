/** PostgreSQL's own benchmark program as a yardstick: what a statement costs a client in C. */
package org.activitysummary.evaluation.pgbench;
