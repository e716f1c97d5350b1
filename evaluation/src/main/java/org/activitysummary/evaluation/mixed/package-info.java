/** Users of all sizes at once: one after the other on one connection, and by many callers. */
package org.activitysummary.evaluation.mixed;
