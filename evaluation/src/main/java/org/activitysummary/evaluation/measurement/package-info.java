/** What was measured of one implementation at one size, as data for checks and reports. */
package org.activitysummary.evaluation.measurement;
