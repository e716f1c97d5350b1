/** Faults planted on purpose, and the proof that the check which owns each one catches it. */
package org.activitysummary.evaluation.planted;
