/** Watches that no implementation changes the schema. */
package org.activitysummary.evaluation.guard;
