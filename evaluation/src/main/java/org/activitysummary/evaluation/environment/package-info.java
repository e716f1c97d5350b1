/** Where a run took place: machine, JVM, PostgreSQL, and the commit that was built. */
package org.activitysummary.evaluation.environment;
